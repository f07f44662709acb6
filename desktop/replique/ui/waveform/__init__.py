"""The sound under the page: an overview of the whole recording above the part that is worked on."""
