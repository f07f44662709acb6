"""Reading sound with FFmpeg: probe, samples, peaks, cache."""
