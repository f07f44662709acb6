<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Réplique</source>
        <translation>À propos de Réplique</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Sets a finished transcript beside its recording, lets you time every turn with the keyboard alone, and writes subtitles. A réplique is what one speaker says before the next one answers.</source>
        <translation>Met côte à côte une transcription achevée et son enregistrement, fait caler chaque tour au clavier seul, et écrit des sous-titres. Une réplique est ce que dit un locuteur avant que le suivant réponde.</translation>
    </message>
    <message>
        <source>Player: {player}</source>
        <translation>Lecteur&#xa0;: {player}</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. No warranty.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Sans garantie.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>Reaction time</source>
        <translation>Temps de réaction</translation>
    </message>
    <message>
        <source>Ten signals come at moments that nobody can foresee. Press a key, such as Enter, as soon as each comes. Réplique sets your taps earlier by the time that this takes you.</source>
        <translation>Dix signaux se suivent à des moments imprévisibles. À chacun, appuyez aussitôt sur une touche, par exemple Entrée. Réplique avancera vos tops du temps que vous y mettez.</translation>
    </message>
    <message>
        <source>Short &amp;sounds</source>
        <translation>&amp;Sons brefs</translation>
    </message>
    <message>
        <source>&amp;Flashes</source>
        <translation>&amp;Éclairs</translation>
    </message>
    <message>
        <source>Set now: {ms} ms</source>
        <translation>Réglé sur&#xa0;: {ms}&#xa0;ms</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>&amp;Commencer</translation>
    </message>
    <message>
        <source>This computer has no sound output that was found. Measure with flashes instead.</source>
        <translation>Aucune sortie audio n’a été trouvée sur cet ordinateur. Mesurez avec des éclairs.</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Recommencer</translation>
    </message>
    <message>
        <source>{ms} ms; half of your taps lie within ± {spread} ms of it.</source>
        <translation>{ms}&#xa0;ms&#x202f;; la moitié de vos tops s’en écarte de {spread}&#xa0;ms au plus.</translation>
    </message>
    <message>
        <source>&amp;Use {ms} ms</source>
        <translation>&amp;Utiliser {ms}&#xa0;ms</translation>
    </message>
    <message>
        <source>Too few of your taps answer a signal to tell.</source>
        <translation>Trop peu de vos tops répondent à un signal pour conclure.</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} sur {total}</translation>
    </message>
    <message>
        <source>{count} of {total} counted.</source>
        <translation>{count} sur {total} retenus.</translation>
    </message>
    <message numerus="yes">
        <source>%n came before the signal: wait for it.</source>
        <translation>
            <numerusform>%n top est venu avant le signal&#xa0;: attendez-le.</numerusform>
            <numerusform>%n tops sont venus avant le signal&#xa0;: attendez-le.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was not answered.</source>
        <translation>
            <numerusform>%n signal est resté sans réponse.</numerusform>
            <numerusform>%n signaux sont restés sans réponse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lay far from the others and was left out.</source>
        <translation>
            <numerusform>%n top s’écartait trop des autres et n’a pas compté.</numerusform>
            <numerusform>%n tops s’écartaient trop des autres et n’ont pas compté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmationProgress</name>
    <message>
        <source>Confirmed turns</source>
        <translation>Tours confirmés</translation>
    </message>
    <message>
        <source>{confirmed} of {total} confirmed</source>
        <translation>{confirmed} / {total} confirmés</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>text file</source>
        <translation>fichier texte</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>audio or video</source>
        <translation>son ou vidéo</translation>
    </message>
    <message>
        <source>Open transcript and &amp;recording…</source>
        <translation>Ouvrir transcription et en&amp;registrement…</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Ouvrir un &amp;projet…</translation>
    </message>
    <message>
        <source>Open the &amp;sample interview</source>
        <translation>Ouvrir l’entretien d’e&amp;xemple</translation>
    </message>
    <message>
        <source>Now drop the recording</source>
        <translation>Déposez maintenant l’enregistrement</translation>
    </message>
    <message>
        <source>Audio or video, whatever FFmpeg reads.</source>
        <translation>Son ou vidéo, tout ce que lit FFmpeg.</translation>
    </message>
    <message>
        <source>Now drop the transcript</source>
        <translation>Déposez maintenant la transcription</translation>
    </message>
    <message>
        <source>A text file that says who said what.</source>
        <translation>Un fichier texte qui dit qui a dit quoi.</translation>
    </message>
    <message>
        <source>Drop a transcript and its recording here</source>
        <translation>Déposez ici transcription et enregistrement</translation>
    </message>
    <message>
        <source>Both at once, or one after the other. Nothing leaves this computer.</source>
        <translation>Les deux ensemble, ou l’un après l’autre. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>New here? It teaches the six keys that do most, in two minutes.</source>
        <translation>Première fois&#x202f;? En deux minutes, les six touches qui font l’essentiel.</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{path}, line {line}</source>
        <translation>{path}, ligne {line}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export subtitles</source>
        <translation>Exporter les sous-titres</translation>
    </message>
    <message numerus="yes">
        <source>%n timed turn(s)</source>
        <translation>
            <numerusform>%n tour calé</numerusform>
            <numerusform>%n tours calés</numerusform>
        </translation>
    </message>
    <message>
        <source>WebVTT names the speaker of each subtitle in a tag.</source>
        <translation>WebVTT nomme le locuteur de chaque sous-titre dans une balise.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Changer…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Names of the speakers</source>
        <translation>&amp;Noms des locuteurs</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No turn has a time yet, so there is nothing to export.</source>
        <translation>Aucun tour n’a encore de temps&#x202f;; il n’y a rien à exporter.</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) without a time will be left out.</source>
        <translation>
            <numerusform>%n tour sans temps sera laissé de côté.</numerusform>
            <numerusform>%n tours sans temps seront laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go to the first</source>
        <translation>&amp;Aller au premier</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} existe déjà. Faut-il le remplacer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
</context>
<context>
    <name>Follower</name>
    <message>
        <source>Back to where it plays</source>
        <translation>Revenir à la lecture</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation>pas d’enregistrement</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>modifié</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Single keys act while the transcript or the waveform has the focus; in a text field they type.</source>
        <translation>Les touches seules agissent quand la transcription ou la forme d’onde est active&#x202f;; dans un champ de texte, elles écrivent.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Aucune touche ne fait cela.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
</context>
<context>
    <name>MediaMovedDialog</name>
    <message>
        <source>Where is the recording?</source>
        <translation>Où est l’enregistrement&#x202f;?</translation>
    </message>
    <message>
        <source>It was moved or renamed since the project was saved. Choose it, and the project remembers.</source>
        <translation>Il a été déplacé ou renommé depuis que le projet a été enregistré. Choisissez-le, et le projet s’en souviendra.</translation>
    </message>
    <message>
        <source>was in {folder}</source>
        <translation>était dans {folder}</translation>
    </message>
    <message>
        <source>&amp;Use it all the same</source>
        <translation>L’&amp;utiliser quand même</translation>
    </message>
    <message>
        <source>Go on &amp;without sound</source>
        <translation>Continuer &amp;sans le son</translation>
    </message>
    <message>
        <source>&amp;Choose the recording…</source>
        <translation>&amp;Choisir l’enregistrement…</translation>
    </message>
    <message>
        <source>{file} bears the same name but holds another recording.</source>
        <translation>{file} porte le même nom mais contient un autre enregistrement.</translation>
    </message>
    <message>
        <source>Choose the recording</source>
        <translation>Choisir l’enregistrement</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Choose the transcript and its recording, or drop them on the fields.</source>
        <translation>Choisissez la transcription et son enregistrement, ou déposez-les sur les champs.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Transcription</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>&amp;Enregistrement</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Mise en page</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Choose the transcript</source>
        <translation>Choisir la transcription</translation>
    </message>
    <message>
        <source>Choose the recording</source>
        <translation>Choisir l’enregistrement</translation>
    </message>
</context>
<context>
    <name>NoRecording</name>
    <message>
        <source>Choose the &amp;recording…</source>
        <translation>Choisir l’en&amp;registrement…</translation>
    </message>
    <message>
        <source>No recording yet</source>
        <translation>Pas encore d’enregistrement</translation>
    </message>
    <message>
        <source>Drop it on the window, or choose it.</source>
        <translation>Déposez-le sur la fenêtre, ou choisissez-le.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Tapez quelques lettres de ce que vous voulez faire</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>No command and no setting is called that.</source>
        <translation>Aucune commande, aucun réglage ne s’appelle ainsi.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Disque</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Chercher dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée (pavé)</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>⌫</translation>
    </message>
</context>
<context>
    <name>ReplaceRecordingDialog</name>
    <message>
        <source>Replace the recording by “{name}”?</source>
        <translation>Remplacer l’enregistrement par «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>The times stay as they are; they fit only if both recordings begin alike.</source>
        <translation>Les temps restent tels quels&#x202f;; ils ne conviennent que si les deux enregistrements commencent de la même façon.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Default: {setting}</source>
        <translation>Par défaut&#xa0;: {setting}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>Par &amp;défaut</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Aucun réglage ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>As they &amp;were</source>
        <translation>Comme &amp;avant</translation>
    </message>
</context>
<context>
    <name>ShortcutPanel</name>
    <message>
        <source>Press the new key; Esc leaves all as it is</source>
        <translation>Pressez la nouvelle touche&#x202f;; Échap laisse tout en l’état</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>La nouvelle touche</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>C&amp;hanger…</translation>
    </message>
    <message>
        <source>&amp;Add a key…</source>
        <translation>Aj&amp;outer une touche…</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>La &amp;prendre</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>La &amp;laisser</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>Retirer {key}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Keymap</source>
        <translation>Jeu de touches</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Press the key you are looking for</source>
        <translation>Pressez la touche que vous cherchez</translation>
    </message>
    <message>
        <source>Search by key</source>
        <translation>Chercher par touche</translation>
    </message>
    <message>
        <source>By &amp;key</source>
        <translation>Par &amp;touche</translation>
    </message>
    <message>
        <source>The keys of {name} are in force.</source>
        <translation>Les touches de {name} sont en vigueur.</translation>
    </message>
    <message>
        <source>Unknown here, but kept: {names}.</source>
        <translation>Inconnues ici, mais gardées&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The keys are in {name}.</source>
        <translation>Les touches sont dans {name}.</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Key&amp;map</source>
        <translation>&amp;Jeu de touches</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>Par &amp;défaut</translation>
    </message>
    <message>
        <source>All keys as in the keymap</source>
        <translation>Toutes les touches comme dans le jeu</translation>
    </message>
    <message>
        <source>As they &amp;were</source>
        <translation>Comme &amp;avant</translation>
    </message>
    <message>
        <source>All keys as they were when this window was opened</source>
        <translation>Toutes les touches comme à l’ouverture de cette fenêtre</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{key} does nothing.</source>
        <translation>{key} ne fait rien.</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Aucune commande ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>By na&amp;me</source>
        <translation>Par &amp;nom</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Importer des touches</translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation>Exporter les touches</translation>
    </message>
</context>
<context>
    <name>SpeakerDelegate</name>
    <message>
        <source>Name of the speaker</source>
        <translation>Nom du locuteur</translation>
    </message>
</context>
<context>
    <name>SpeakerList</name>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Click: {name} speaks the current turn</source>
        <translation>Clic&#xa0;: {name} dit le tour actuel</translation>
    </message>
    <message>
        <source>Double-click or F2 renames, Enter assigns to the current turn</source>
        <translation>Double clic ou F2 pour renommer, Entrée pour attribuer le tour actuel</translation>
    </message>
</context>
<context>
    <name>SpeakerNameDialog</name>
    <message>
        <source>Rename the speaker</source>
        <translation>Renommer le locuteur</translation>
    </message>
    <message>
        <source>Add a speaker</source>
        <translation>Ajouter un locuteur</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>There is a speaker named {name} already.</source>
        <translation>Il y a déjà un locuteur nommé {name}.</translation>
    </message>
</context>
<context>
    <name>SpeakersModel</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n tour</numerusform>
            <numerusform>%n tours</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, key {number}, {turns}</source>
        <translation>{name}, touche {number}, {turns}</translation>
    </message>
</context>
<context>
    <name>SpeakersPanel</name>
    <message>
        <source>Add a speaker</source>
        <translation>Ajouter un locuteur</translation>
    </message>
    <message>
        <source>Hide the speakers</source>
        <translation>Masquer les locuteurs</translation>
    </message>
    <message>
        <source>Nobody yet. Add a speaker, or open a transcript that names them.</source>
        <translation>Personne encore. Ajoutez un locuteur, ou ouvrez une transcription qui les nomme.</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
</context>
<context>
    <name>SpeedChip</name>
    <message>
        <source>Speed; the wheel changes it too</source>
        <translation>Vitesse&#x202f;; la molette la change aussi</translation>
    </message>
    <message>
        <source>Speed {rate}</source>
        <translation>Vitesse {rate}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>The player in use. Nothing leaves this computer.</source>
        <translation>Le lecteur utilisé. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>plays a decoded copy</source>
        <translation>joue une copie décodée</translation>
    </message>
</context>
<context>
    <name>SubtitleStrip</name>
    <message>
        <source>Current subtitle</source>
        <translation>Sous-titre actuel</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Stop: {work}</source>
        <translation>Arrêter&#xa0;: {work}</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>encore {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>encore {minutes}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Type a time</source>
        <translation>Saisir un temps</translation>
    </message>
    <message>
        <source>&amp;Start of the turn</source>
        <translation>&amp;Début du tour</translation>
    </message>
    <message>
        <source>&amp;End of the turn</source>
        <translation>&amp;Fin du tour</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisecondes</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>{rate} images par seconde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Se&amp;t</source>
        <translation>&amp;Poser</translation>
    </message>
    <message>
        <source>Ti&amp;me</source>
        <translation>&amp;Temps</translation>
    </message>
    <message>
        <source>&amp;Counted in</source>
        <translation>&amp;Compté en</translation>
    </message>
    <message>
        <source>1:02:03.450, 62:03.45 or 3723.45</source>
        <translation>1:02:03,450&#x202f;; 62:03,45 ou 3723,45</translation>
    </message>
</context>
<context>
    <name>TimeDisplay</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Skip this key</source>
        <translation>Passer cette touche</translation>
    </message>
    <message>
        <source>Leave the tour (Esc)</source>
        <translation>Quitter la visite (Échap)</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
</context>
<context>
    <name>TrackDialog</name>
    <message>
        <source>Which audio track?</source>
        <translation>Quelle piste audio&#x202f;?</translation>
    </message>
    <message>
        <source>“{name}” has several. One is heard and drawn; the Play menu changes it later.</source>
        <translation>«&#xa0;{name}&#xa0;» en a plusieurs. Une seule est entendue et dessinée&#x202f;; le menu Lecture permet d’en changer plus tard.</translation>
    </message>
    <message>
        <source>Audio tracks</source>
        <translation>Pistes audio</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Listen to it</source>
        <translation>&amp;Écouter celle-ci</translation>
    </message>
    <message>
        <source>Track {number}</source>
        <translation>Piste {number}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stéréo</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n canal</numerusform>
            <numerusform>%n canaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
</context>
<context>
    <name>UnexpectedErrorDialog</name>
    <message>
        <source>Something went wrong in Réplique</source>
        <translation>Une erreur s’est produite dans Réplique</translation>
    </message>
    <message>
        <source>Your document is still there. Save it under another name to be safe, then start Réplique again. The details help to find the fault.</source>
        <translation>Votre document est toujours là. Par prudence, enregistrez-le sous un autre nom, puis relancez Réplique. Les détails aident à trouver la faute.</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>Enregistrer les modifications de «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>What you did since the last save is lost otherwise.</source>
        <translation>Sinon, ce que vous avez fait depuis le dernier enregistrement est perdu.</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>&amp;Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
</context>
<context>
    <name>VolumeSlider</name>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
</context>
<context>
    <name>WaveformDetail</name>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>{time}, turn {number}, {name}</source>
        <translation>{time}, tour {number}, {name}</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>personne de nommé</translation>
    </message>
</context>
<context>
    <name>WaveformOverview</name>
    <message>
        <source>Overview of the recording</source>
        <translation>Vue d’ensemble de l’enregistrement</translation>
    </message>
    <message>
        <source>The whole recording; a frame shows the part that stands below</source>
        <translation>Tout l’enregistrement&#x202f;; un cadre montre la partie qui figure au-dessous</translation>
    </message>
</context>
<context>
    <name>WordsEditor</name>
    <message>
        <source>Words of the turn</source>
        <translation>Texte du tour</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;Timing</source>
        <translation>&amp;Calage</translation>
    </message>
    <message>
        <source>T&amp;urn</source>
        <translation>&amp;Tour</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;New from transcript and recording…</source>
        <translation>&amp;Nouveau avec transcription et enregistrement…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple interview</source>
        <translation>Ouvrir l’entretien d’e&amp;xemple</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Export subtitles…</source>
        <translation>Ex&amp;porter les sous-titres…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Edit the &amp;words</source>
        <translation>&amp;Modifier le texte</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>modifier</translation>
    </message>
    <message>
        <source>&amp;Copy the turn</source>
        <translation>&amp;Copier le tour</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Lecture ou pause</translation>
    </message>
    <message>
        <source>play, pause</source>
        <translation>lecture, pause</translation>
    </message>
    <message>
        <source>Play or pause, anywhere</source>
        <translation>Lecture ou pause, partout</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>Plus len&amp;t</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Plus &amp;vite</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>Vitesse &amp;normale</translation>
    </message>
    <message>
        <source>1 second &amp;back</source>
        <translation>Reculer d’une &amp;seconde</translation>
    </message>
    <message>
        <source>1 second f&amp;orward</source>
        <translation>Avancer &amp;d’une seconde</translation>
    </message>
    <message>
        <source>0.1 second back</source>
        <translation>Reculer de 0,1&#xa0;seconde</translation>
    </message>
    <message>
        <source>0.1 second forward</source>
        <translation>Avancer de 0,1&#xa0;seconde</translation>
    </message>
    <message>
        <source>Back to where speech begins</source>
        <translation>Au début de parole précédent</translation>
    </message>
    <message>
        <source>Forward to where speech begins</source>
        <translation>Au début de parole suivant</translation>
    </message>
    <message>
        <source>&amp;Replay this turn</source>
        <translation>&amp;Rejouer ce tour</translation>
    </message>
    <message>
        <source>The half second before its start</source>
        <translation>La demi-seconde avant son début</translation>
    </message>
    <message>
        <source>The half second after its start</source>
        <translation>La demi-seconde après son début</translation>
    </message>
    <message>
        <source>Play this turn in a &amp;loop</source>
        <translation>Jouer ce tour en &amp;boucle</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Muet</translation>
    </message>
    <message>
        <source>Lo&amp;uder</source>
        <translation>Plus f&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>Moins &amp;fort</translation>
    </message>
    <message>
        <source>&amp;Tap: the next turn starts now</source>
        <translation>&amp;Top&#xa0;: le tour suivant commence</translation>
    </message>
    <message>
        <source>the next turn starts</source>
        <translation>le tour suivant commence</translation>
    </message>
    <message>
        <source>Take the last tap &amp;back</source>
        <translation>&amp;Reprendre le dernier top</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>reprendre</translation>
    </message>
    <message>
        <source>Start &amp;earlier</source>
        <translation>Début p&amp;lus tôt</translation>
    </message>
    <message>
        <source>± {nudge} ms</source>
        <translation>±&#xa0;{nudge}&#xa0;ms</translation>
    </message>
    <message>
        <source>keep and leave</source>
        <translation>garder et sortir</translation>
    </message>
    <message>
        <source>keep and go on to the next turn</source>
        <translation>garder et passer au tour suivant</translation>
    </message>
    <message>
        <source>Start &amp;later</source>
        <translation>Début plus t&amp;ard</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Fin plus tôt</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Fin plus tard</translation>
    </message>
    <message>
        <source>&amp;Set the start here</source>
        <translation>Poser le &amp;début ici</translation>
    </message>
    <message>
        <source>Set the e&amp;nd here</source>
        <translation>Poser la &amp;fin ici</translation>
    </message>
    <message>
        <source>Set the start here and shift all that &amp;follows</source>
        <translation>Poser le début ici et décaler la &amp;suite</translation>
    </message>
    <message>
        <source>T&amp;ype the start or the end…</source>
        <translation>Sais&amp;ir le début ou la fin…</translation>
    </message>
    <message>
        <source>&amp;Confirm the start as it stands</source>
        <translation>&amp;Confirmer le début tel quel</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>confirmer</translation>
    </message>
    <message>
        <source>&amp;Previous turn</source>
        <translation>Tour &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Next turn</source>
        <translation>Tour &amp;suivant</translation>
    </message>
    <message>
        <source>Previous turn, the player stays</source>
        <translation>Tour précédent, sans déplacer la lecture</translation>
    </message>
    <message>
        <source>Next turn, the player stays</source>
        <translation>Tour suivant, sans déplacer la lecture</translation>
    </message>
    <message>
        <source>&amp;Split here</source>
        <translation>&amp;Couper ici</translation>
    </message>
    <message>
        <source>&amp;Merge with the next</source>
        <translation>&amp;Fusionner avec le suivant</translation>
    </message>
    <message>
        <source>Note &amp;or spoken</source>
        <translation>&amp;Note ou parole</translation>
    </message>
    <message>
        <source>Spo&amp;ken by…</source>
        <translation>&amp;Dit par…</translation>
    </message>
    <message>
        <source>spoken by …</source>
        <translation>dit par…</translation>
    </message>
    <message>
        <source>Spoken by speaker {number}</source>
        <translation>Dit par le locuteur {number}</translation>
    </message>
    <message>
        <source>&amp;Back to where it plays, and follow</source>
        <translation>&amp;Revenir à la lecture et suivre</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom arr&amp;ière</translation>
    </message>
    <message>
        <source>The &amp;whole recording</source>
        <translation>Tout l’enre&amp;gistrement</translation>
    </message>
    <message>
        <source>&amp;Speakers</source>
        <translation>&amp;Locuteurs</translation>
    </message>
    <message>
        <source>S&amp;ubtitle while playing</source>
        <translation>Sous-&amp;titre pendant la lecture</translation>
    </message>
    <message>
        <source>Go to the &amp;transcript</source>
        <translation>&amp;Aller à la transcription</translation>
    </message>
    <message>
        <source>Go to the wave&amp;form</source>
        <translation>Aller à la &amp;forme d’onde</translation>
    </message>
    <message>
        <source>The sheet of &amp;keys</source>
        <translation>La &amp;feuille des touches</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>toutes les touches</translation>
    </message>
    <message>
        <source>&amp;About Réplique</source>
        <translation>À &amp;propos de Réplique</translation>
    </message>
    <message>
        <source>Audio trac&amp;k…</source>
        <translation>Piste &amp;audio…</translation>
    </message>
    <message>
        <source>Measure your &amp;reaction time…</source>
        <translation>&amp;Mesurer votre temps de réaction…</translation>
    </message>
    <message>
        <source>speaks the current turn</source>
        <translation>dit le tour actuel</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>renommer</translation>
    </message>
    <message>
        <source>run</source>
        <translation>exécuter</translation>
    </message>
    <message>
        <source>close</source>
        <translation>fermer</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Palette de &amp;commandes…</translation>
    </message>
    <message>
        <source>to the transcript</source>
        <translation>à la transcription</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>Raccourcis &amp;clavier…</translation>
    </message>
    <message>
        <source>The two-minute &amp;tour of six keys</source>
        <translation>La &amp;visite en deux minutes, en six touches</translation>
    </message>
    <message>
        <source>Output &amp;device…</source>
        <translation>Pér&amp;iphérique de sortie…</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>commandes</translation>
    </message>
    <message>
        <source>While words are edited</source>
        <translation>Pendant qu’un texte est modifié</translation>
    </message>
    <message>
        <source>In the list of speakers</source>
        <translation>Dans la liste des locuteurs</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Te&amp;xte plus grand</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texte plus p&amp;etit</translation>
    </message>
    <message>
        <source>Text of the usual si&amp;ze</source>
        <translation>Texte à sa taille ha&amp;bituelle</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>{count} subtitles written to {name}</source>
        <translation>{count} sous-titres écrits dans {name}</translation>
    </message>
    <message>
        <source>Reaction time: {ms} ms</source>
        <translation>Temps de réaction&#xa0;: {ms}&#xa0;ms</translation>
    </message>
    <message>
        <source>&amp;Measure…</source>
        <translation>&amp;Mesurer…</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The true times of the sample can’t be read.</source>
        <translation>Les temps exacts de l’exemple sont illisibles.</translation>
    </message>
    <message>
        <source>Install Réplique again.</source>
        <translation>Réinstallez Réplique.</translation>
    </message>
    <message>
        <source>The folder can’t be made ({system}).</source>
        <translation>Le dossier ne peut pas être créé ({system}).</translation>
    </message>
    <message>
        <source>It can’t be read ({system}).</source>
        <translation>Il est illisible ({system}).</translation>
    </message>
    <message>
        <source>This file is too large: more than {megabytes} MB.</source>
        <translation>Ce fichier est trop grand&#xa0;: plus de {megabytes}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Il y a déjà un fichier de ce nom.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Choisissez un autre nom, ou permettez de le remplacer.</translation>
    </message>
    <message>
        <source>No turn has a time yet, so there is nothing to export.</source>
        <translation>Aucun tour n’a encore de temps&#x202f;; il n’y a rien à exporter.</translation>
    </message>
    <message>
        <source>Set the start of the first turn and the end of the last.</source>
        <translation>Posez le début du premier tour et la fin du dernier.</translation>
    </message>
    <message>
        <source>There is no format named {name}.</source>
        <translation>Il n’y a pas de format nommé {name}.</translation>
    </message>
    <message>
        <source>Nobody speaks in this file, read in the layout {layout}.</source>
        <translation>Personne ne parle dans ce fichier, lu selon la mise en page {layout}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Choisissez parmi&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>{time} would pass the start of a turn before, confirmed at {other}.</source>
        <translation>{time} dépasserait le début d’un tour précédent, confirmé à {other}.</translation>
    </message>
    <message>
        <source>{time} would pass a time inside this turn, confirmed at {other}.</source>
        <translation>{time} dépasserait un temps de ce tour, confirmé à {other}.</translation>
    </message>
    <message>
        <source>{time} would pass a following turn, confirmed at {other}.</source>
        <translation>{time} dépasserait un tour suivant, confirmé à {other}.</translation>
    </message>
    <message>
        <source>This turn has no time yet.</source>
        <translation>Ce tour n’a pas encore de temps.</translation>
    </message>
    <message>
        <source>Set its start first.</source>
        <translation>Posez d’abord son début.</translation>
    </message>
    <message>
        <source>A turn is split between two of its words.</source>
        <translation>Un tour se coupe entre deux de ses mots.</translation>
    </message>
    <message>
        <source>There is no turn after this one to merge with.</source>
        <translation>Il n’y a pas de tour suivant avec lequel fusionner.</translation>
    </message>
    <message>
        <source>A spoken turn and a note can’t be merged.</source>
        <translation>Un tour parlé et une note ne peuvent pas être fusionnés.</translation>
    </message>
    <message>
        <source>Make both of one kind first.</source>
        <translation>Mettez-les d’abord tous deux du même genre.</translation>
    </message>
    <message>
        <source>A turn needs at least one word.</source>
        <translation>Un tour a besoin d’au moins un mot.</translation>
    </message>
    <message>
        <source>What is not spoken can be made a note.</source>
        <translation>Ce qui n’est pas dit peut devenir une note.</translation>
    </message>
    <message>
        <source>The subtitles of a turn hold each of its words once.</source>
        <translation>Les sous-titres d’un tour contiennent chacun de ses mots une fois.</translation>
    </message>
    <message>
        <source>A subtitle ends after it starts.</source>
        <translation>Un sous-titre finit après avoir commencé.</translation>
    </message>
    <message>
        <source>There is no such speaker.</source>
        <translation>Ce locuteur n’existe pas.</translation>
    </message>
    <message>
        <source>A speaker needs a name.</source>
        <translation>Un locuteur a besoin d’un nom.</translation>
    </message>
    <message>
        <source>There is a speaker named {name} already.</source>
        <translation>Il y a déjà un locuteur nommé {name}.</translation>
    </message>
    <message>
        <source>A note is not spoken and has no time.</source>
        <translation>Une note n’est pas dite et n’a pas de temps.</translation>
    </message>
    <message>
        <source>Make it a spoken turn first.</source>
        <translation>Faites-en d’abord un tour parlé.</translation>
    </message>
    <message>
        <source>A time can’t lie before the beginning of the recording.</source>
        <translation>Un temps ne peut pas précéder le début de l’enregistrement.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>: </source>
        <translation>&#xa0;: </translation>
    </message>
    <message>
        <source>A folder of this name stands in the way.</source>
        <translation>Un dossier porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Its folder doesn’t exist.</source>
        <translation>Son dossier n’existe pas.</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>Il n’y a plus de place sur le disque.</translation>
    </message>
    <message>
        <source>You are not allowed to write here.</source>
        <translation>Vous n’avez pas le droit d’écrire ici.</translation>
    </message>
    <message>
        <source>The project is made of this file.</source>
        <translation>Le projet se sert de ce fichier.</translation>
    </message>
    <message>
        <source>The file name is too long.</source>
        <translation>Le nom du fichier est trop long.</translation>
    </message>
    <message>
        <source>It couldn’t be written ({system}).</source>
        <translation>Il n’a pas pu être écrit ({system}).</translation>
    </message>
    <message>
        <source>Save it under another name or in another folder.</source>
        <translation>Enregistrez-le sous un autre nom ou dans un autre dossier.</translation>
    </message>
    <message>
        <source>Make room or save it on another disk; what stood there is unchanged.</source>
        <translation>Faites de la place ou enregistrez-le sur un autre disque&#x202f;; ce qui s’y trouvait est inchangé.</translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un temps.</translation>
    </message>
    <message>
        <source>Type it as 1:02:03.450, 62:03.45 or 3723.45.</source>
        <translation>Écrivez-le comme 1:02:03,450&#x202f;; 62:03,45 ou 3723,45.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>You are not allowed to read this file.</source>
        <translation>Vous n’avez pas le droit de lire ce fichier.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>This is no recording that can be read.</source>
        <translation>Ce n’est pas un enregistrement lisible.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>Il n’y a pas de son dans ce fichier.</translation>
    </message>
    <message>
        <source>Choose a sound or video file, such as MP3, M4A, WAV or MP4.</source>
        <translation>Choisissez un fichier son ou vidéo, par exemple MP3, M4A, WAV ou MP4.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or choose another file.</source>
        <translation>Copiez-le de nouveau depuis son origine, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>The sound of this file is damaged from the start and can’t be decoded.</source>
        <translation>Le son de ce fichier est abîmé dès le début et ne peut pas être décodé.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or import the transcript again.</source>
        <translation>Restaurez-le depuis une sauvegarde, ou importez de nouveau la transcription.</translation>
    </message>
    <message>
        <source>The project file is damaged: {detail}.</source>
        <translation>Le fichier du projet est abîmé&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>it was cut off and its end is missing</source>
        <translation>il a été coupé et sa fin manque</translation>
    </message>
    <message>
        <source>some of its text is not UTF-8</source>
        <translation>une partie de son texte n’est pas en UTF-8</translation>
    </message>
    <message>
        <source>This is not a Réplique project.</source>
        <translation>Ce n’est pas un projet Réplique.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .replique.</source>
        <translation>Choisissez un fichier dont le nom finit par .replique.</translation>
    </message>
    <message>
        <source>This project was saved by a newer Réplique (file version {version}).</source>
        <translation>Ce projet a été enregistré par un Réplique plus récent (version de fichier {version}).</translation>
    </message>
    <message>
        <source>Install the newest version to open it.</source>
        <translation>Installez la dernière version pour l’ouvrir.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>Il n’y a pas de texte dans ce fichier.</translation>
    </message>
    <message>
        <source>There is no layout named {layout}.</source>
        <translation>Il n’y a pas de mise en page nommée {layout}.</translation>
    </message>
    <message>
        <source>This is a word processor’s file.</source>
        <translation>C’est un fichier de traitement de texte.</translation>
    </message>
    <message>
        <source>This is a PDF.</source>
        <translation>C’est un PDF.</translation>
    </message>
    <message>
        <source>This is a web page.</source>
        <translation>C’est une page web.</translation>
    </message>
    <message>
        <source>This is a recording, not a transcript.</source>
        <translation>C’est un enregistrement, pas une transcription.</translation>
    </message>
    <message>
        <source>This is a data file (XML or JSON).</source>
        <translation>C’est un fichier de données (XML ou JSON).</translation>
    </message>
    <message>
        <source>This is a picture.</source>
        <translation>C’est une image.</translation>
    </message>
    <message>
        <source>This is a subtitle file, not a transcript.</source>
        <translation>C’est un fichier de sous-titres, pas une transcription.</translation>
    </message>
    <message>
        <source>This is a Réplique project, not a transcript.</source>
        <translation>C’est un projet Réplique, pas une transcription.</translation>
    </message>
    <message>
        <source>This is no text.</source>
        <translation>Ce n’est pas du texte.</translation>
    </message>
    <message>
        <source>Save it as plain text (.txt) in its own program, and open that.</source>
        <translation>Enregistrez-le en texte brut (.txt) dans son propre logiciel, et ouvrez ce texte.</translation>
    </message>
    <message>
        <source>Choose a text file with the transcript.</source>
        <translation>Choisissez un fichier texte qui contient la transcription.</translation>
    </message>
    <message>
        <source>Open it as a project.</source>
        <translation>Ouvrez-le comme projet.</translation>
    </message>
    <message>
        <source>The folder of the settings couldn’t be made ({system}).</source>
        <translation>Le dossier des réglages n’a pas pu être créé ({system}).</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>C’est un dossier, pas un fichier.</translation>
    </message>
    <message>
        <source>This is another recording than the one the project was made with.</source>
        <translation>C’est un autre enregistrement que celui du projet.</translation>
    </message>
    <message>
        <source>The times may not fit it.</source>
        <translation>Les temps pourraient ne pas lui convenir.</translation>
    </message>
    <message>
        <source>{player} plays instead: {reason} {remedy}</source>
        <translation>{player} lit à la place&#xa0;: {reason} {remedy}</translation>
    </message>
    <message>
        <source>Qt’s player can’t be loaded ({system}).</source>
        <translation>Le lecteur de Qt ne peut pas être chargé ({system}).</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu install it: “sudo apt install libpulse0”.</source>
        <translation>Sous Debian et Ubuntu, installez-le&#xa0;: «&#xa0;sudo apt install libpulse0&#xa0;».</translation>
    </message>
    <message>
        <source>{player} can’t play this recording.</source>
        <translation>{player} ne peut pas lire cet enregistrement.</translation>
    </message>
    <message>
        <source>The recording broke off at {time}: the file has changed or is gone.</source>
        <translation>L’enregistrement s’est interrompu à {time}&#xa0;: le fichier a changé ou disparu.</translation>
    </message>
    <message>
        <source>Bring it back (plug the drive in again), then play again.</source>
        <translation>Remettez-le en place (rebranchez le disque), puis relancez la lecture.</translation>
    </message>
    <message>
        <source>libVLC was not found.</source>
        <translation>libVLC est introuvable.</translation>
    </message>
    <message>
        <source>libVLC was found, but not its plug-ins.</source>
        <translation>libVLC est là, mais pas ses modules.</translation>
    </message>
    <message>
        <source>libVLC {version} was found, but version 3 is needed.</source>
        <translation>libVLC {version} est là, mais il faut la version 3.</translation>
    </message>
    <message>
        <source>Install it: “sudo apt install libvlc5 vlc-plugin-base”, or VLC from your software centre.</source>
        <translation>Installez-le&#xa0;: «&#xa0;sudo apt install libvlc5 vlc-plugin-base&#xa0;», ou VLC depuis votre logithèque.</translation>
    </message>
    <message>
        <source>Install VLC (64 bit) from videolan.org.</source>
        <translation>Installez VLC (64&#xa0;bits) depuis videolan.org.</translation>
    </message>
    <message>
        <source>The encoding {encoding} has no “{character}”.</source>
        <translation>L’encodage {encoding} n’a pas de «&#xa0;{character}&#xa0;».</translation>
    </message>
    <message>
        <source>Write the file in UTF-8.</source>
        <translation>Écrivez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>There are no subtitles in this file, or in no format that is known.</source>
        <translation>Ce fichier ne contient pas de sous-titres, ou pas dans un format connu.</translation>
    </message>
    <message>
        <source>Choose a file in one of these: {known}.</source>
        <translation>Choisissez un fichier d’un de ces formats&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>No sound card was found: the recording plays, but nothing is heard.</source>
        <translation>Aucune carte son n’a été trouvée&#xa0;: l’enregistrement défile, mais rien ne s’entend.</translation>
    </message>
    <message>
        <source>{reason} {player} goes on playing.</source>
        <translation>{reason} {player} continue.</translation>
    </message>
    <message>
        <source>The file of keys is damaged: {detail}.</source>
        <translation>Le fichier de touches est abîmé&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>This is not a file of Réplique’s keys.</source>
        <translation>Ce n’est pas un fichier de touches de Réplique.</translation>
    </message>
    <message>
        <source>These keys were saved by a newer Réplique (file version {version}).</source>
        <translation>Ces touches ont été enregistrées par une version plus récente de Réplique (version de fichier&#xa0;{version}).</translation>
    </message>
    <message>
        <source>It builds on a keymap “{name}”, which this Réplique doesn’t have.</source>
        <translation>Il part d’un jeu de touches «&#xa0;{name}&#xa0;» que cette version de Réplique n’a pas.</translation>
    </message>
    <message>
        <source>“{action}” has no list of keys.</source>
        <translation>«&#xa0;{action}&#xa0;» n’a pas de liste de touches.</translation>
    </message>
    <message>
        <source>“{key}” is not a key.</source>
        <translation>«&#xa0;{key}&#xa0;» n’est pas une touche.</translation>
    </message>
    <message>
        <source>{key} is bound to two actions, “{first}” and “{second}”.</source>
        <translation>{key} est attribuée à deux actions, «&#xa0;{first}&#xa0;» et «&#xa0;{second}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose a file that was exported from the keyboard shortcuts.</source>
        <translation>Choisissez un fichier exporté depuis les raccourcis clavier.</translation>
    </message>
    <message>
        <source>Correct it there, or export the keys anew.</source>
        <translation>Corrigez-le à cet endroit, ou exportez les touches de nouveau.</translation>
    </message>
    <message>
        <source>Install the newest version to use them.</source>
        <translation>Installez la version la plus récente pour les employer.</translation>
    </message>
    <message>
        <source>The file is incomplete: its index, which stands at its end, is missing.</source>
        <translation>Le fichier est incomplet&#xa0;: son index, qui se trouve à la fin, manque.</translation>
    </message>
    <message>
        <source>a character is missing there, or one too many</source>
        <translation>un caractère y manque, ou y est de trop</translation>
    </message>
    <message>
        <source>it is nested deeper than any file of Réplique</source>
        <translation>il est imbriqué plus profondément qu’aucun fichier de Réplique</translation>
    </message>
    <message>
        <source>“{field}” is missing at {place}</source>
        <translation>«&#xa0;{field}&#xa0;» manque à l’endroit {place}</translation>
    </message>
    <message>
        <source>{got} stands instead of {expected} at {place}</source>
        <translation>à l’endroit {place}, il faut {expected}, et non {got}</translation>
    </message>
    <message>
        <source>the value {value} at {place} is none that Réplique knows</source>
        <translation>Réplique ne connaît pas la valeur {value} à l’endroit {place}</translation>
    </message>
    <message>
        <source>the value at {place} is too small or too large</source>
        <translation>la valeur à l’endroit {place} est trop petite ou trop grande</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a fraction</source>
        <translation>un nombre à virgule</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>un oui ou non</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a group of values</source>
        <translation>un groupe de valeurs</translation>
    </message>
    <message>
        <source>two turns have one id</source>
        <translation>deux tours ont le même identifiant</translation>
    </message>
    <message>
        <source>two speakers have one id</source>
        <translation>deux locuteurs ont le même identifiant</translation>
    </message>
    <message>
        <source>turn {turn} is spoken by nobody known</source>
        <translation>le tour {turn} est dit par un inconnu</translation>
    </message>
    <message>
        <source>turn {turn} has no words</source>
        <translation>le tour {turn} n’a pas de mots</translation>
    </message>
    <message>
        <source>the cues of turn {turn} do not hold each word once</source>
        <translation>les sous-titres du tour {turn} ne contiennent pas chaque mot une fois</translation>
    </message>
    <message>
        <source>a cue of turn {turn} ends before it starts</source>
        <translation>un sous-titre du tour {turn} finit avant de commencer</translation>
    </message>
    <message>
        <source>turn {turn} has a time that no recording reaches</source>
        <translation>le tour {turn} a un temps qu’aucun enregistrement n’atteint</translation>
    </message>
    <message>
        <source>turn {turn} is a note and has times</source>
        <translation>le tour {turn} est une note et porte des temps</translation>
    </message>
    <message>
        <source>the words of turn {turn} are not in time order</source>
        <translation>les mots du tour {turn} ne sont pas dans l’ordre du temps</translation>
    </message>
    <message>
        <source>turn {turn} has a time before the start of a turn above it</source>
        <translation>le tour {turn} a un temps antérieur au début d’un tour qui le précède</translation>
    </message>
    <message>
        <source>The defaults are in force; the file is kept as {beside}.</source>
        <translation>Les valeurs par défaut sont en vigueur&#x202f;; le fichier est gardé sous le nom {beside}.</translation>
    </message>
    <message>
        <source>The defaults are in force.</source>
        <translation>Les valeurs par défaut sont en vigueur.</translation>
    </message>
    <message>
        <source>The file of settings is damaged: {detail}.</source>
        <translation>Le fichier de réglages est abîmé&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The copy would be larger than all copies together may be.</source>
        <translation>La copie serait plus grande que ne peuvent l’être toutes les copies ensemble.</translation>
    </message>
    <message>
        <source>Take the other player, or convert the recording to FLAC, MP3 or WAV.</source>
        <translation>Passez à l’autre lecteur, ou convertissez l’enregistrement en FLAC, MP3 ou WAV.</translation>
    </message>
    <message>
        <source>The reference voice can’t speak ({reason}).</source>
        <translation>La voix de référence ne peut pas parler ({reason}).</translation>
    </message>
    <message>
        <source>The reference voice ended unexpectedly.</source>
        <translation>La voix de référence s’est arrêtée de façon inattendue.</translation>
    </message>
    <message>
        <source>The reference voice doesn’t speak the language “{language}”.</source>
        <translation>La voix de référence ne parle pas la langue «&#xa0;{language}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose another language, by its code: fr, en, es, de …</source>
        <translation>Choisissez une autre langue, par son code&#xa0;: fr, en, es, de…</translation>
    </message>
    <message>
        <source>There are no words to align.</source>
        <translation>Il n’y a pas de mots à aligner.</translation>
    </message>
    <message>
        <source>The recording is too short to align.</source>
        <translation>L’enregistrement est trop court pour être aligné.</translation>
    </message>
    <message>
        <source>Choose another transcript or recording.</source>
        <translation>Choisissez une autre transcription ou un autre enregistrement.</translation>
    </message>
    <message>
        <source>A process that worked on the alignment ended unexpectedly.</source>
        <translation>Un processus qui travaillait à l’alignement s’est arrêté de façon inattendue.</translation>
    </message>
    <message>
        <source>Try again; close other programs if memory is short.</source>
        <translation>Réessayez&#xa0;; fermez d’autres programmes si la mémoire manque.</translation>
    </message>
    <message>
        <source>It is not known in which language the transcript is.</source>
        <translation>On ne sait pas dans quelle langue est la transcription.</translation>
    </message>
    <message>
        <source>Say it by its code: fr, en, es, de …</source>
        <translation>Donnez-la par son code&#xa0;: fr, en, es, de…</translation>
    </message>
    <message>
        <source>What is said in the recording is not what stands in the transcript.</source>
        <translation>Ce qui est dit dans l’enregistrement n’est pas ce qui est écrit dans la transcription.</translation>
    </message>
    <message>
        <source>Check that the two belong together, and that the language is “{language}”.</source>
        <translation>Vérifiez que les deux vont ensemble, et que la langue est bien «&#xa0;{language}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Réplique projects</source>
        <translation>Projets Réplique</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcriptions</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>Son et vidéo</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Keys of Réplique</source>
        <translation>Touches de Réplique</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>SubRip (.srt)</source>
        <translation>SubRip (.srt)</translation>
    </message>
    <message>
        <source>WebVTT (.vtt)</source>
        <translation>WebVTT (.vtt)</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Turns read: {turns} · speakers: {speakers}</source>
        <translation>Tours lus&#xa0;: {turns} · locuteurs&#xa0;: {speakers}</translation>
    </message>
    <message>
        <source>Turns read: {turns} · speakers: {speakers}. {remark}</source>
        <translation>Tours lus&#xa0;: {turns} · locuteurs&#xa0;: {speakers}. {remark}</translation>
    </message>
    <message>
        <source>Turns read: {turns} · speakers: {speakers}. {remark} Remarks in all: {count}.</source>
        <translation>Tours lus&#xa0;: {turns} · locuteurs&#xa0;: {speakers}. {remark} Remarques en tout&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Line {line} is damaged: read it again, letters may be wrong.</source>
        <translation>La ligne {line} est abîmée&#xa0;: relisez-la, des lettres peuvent être fausses.</translation>
    </message>
    <message>
        <source>Line {line} holds invisible characters; subtitles leave them out.</source>
        <translation>La ligne {line} contient des caractères invisibles&#x202f;; les sous-titres les laissent de côté.</translation>
    </message>
    <message>
        <source>Line {line} is a name that says nothing; it is kept as a note.</source>
        <translation>La ligne {line} est un nom que rien ne suit&#x202f;; elle est gardée comme note.</translation>
    </message>
    <message>
        <source>No name of a speaker was found in it.</source>
        <translation>Aucun nom de locuteur n’y a été trouvé.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>{key} has a meaning of its own in every window and can’t be given away.</source>
        <translation>{key} a son propre sens dans toutes les fenêtres et ne peut pas être attribuée.</translation>
    </message>
    <message>
        <source>{key} belongs to the system and never arrives here.</source>
        <translation>{key} appartient au système et n’arrive jamais ici.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{menu}”.</source>
        <translation>{key} ouvre le menu «&#xa0;{menu}&#xa0;».</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}” ({menu}).</source>
        <translation>{key} appartient à «&#xa0;{action}&#xa0;» ({menu}).</translation>
    </message>
    <message>
        <source>On Windows, Ctrl+Alt is AltGr: {key} may type a character instead.</source>
        <translation>Sous Windows, Ctrl+Alt vaut AltGr&#xa0;: {key} peut écrire un caractère.</translation>
    </message>
    <message>
        <source>In text fields {key} goes on meaning what it means there.</source>
        <translation>Dans les champs de texte, {key} garde son sens habituel.</translation>
    </message>
    <message>
        <source>Without Ctrl or Alt, {key} acts in the transcript and the waveform alone.</source>
        <translation>Sans Ctrl ni Alt, {key} n’agit que dans la transcription et la forme d’onde.</translation>
    </message>
    <message>
        <source>Not every keyboard (AZERTY, QWERTZ, QWERTY) has {key} without Shift or AltGr.</source>
        <translation>Certains claviers (AZERTY, QWERTZ ou QWERTY) n’ont pas {key} sans Maj ni AltGr.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>When the speaker changes</source>
        <translation>Au changement de locuteur</translation>
    </message>
    <message>
        <source>On every subtitle</source>
        <translation>À chaque sous-titre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
</context>
<context>
    <name>layouts</name>
    <message>
        <source>Found by itself</source>
        <translation>Reconnue d’elle-même</translation>
    </message>
    <message>
        <source>Name alone on its line</source>
        <translation>Nom seul sur sa ligne</translation>
    </message>
    <message>
        <source>Name, colon, text</source>
        <translation>Nom, deux-points, texte</translation>
    </message>
    <message>
        <source>One turn a paragraph, no names</source>
        <translation>Un tour par paragraphe, sans noms</translation>
    </message>
    <message>
        <source>One turn a line, no names</source>
        <translation>Un tour par ligne, sans noms</translation>
    </message>
</context>
<context>
    <name>onsets</name>
    <message>
        <source>Where speech begins is still being found.</source>
        <translation>Les débuts de parole sont encore recherchés.</translation>
    </message>
    <message>
        <source>No speech begins before this.</source>
        <translation>Aucune parole ne commence avant ce point.</translation>
    </message>
    <message>
        <source>No speech begins after this.</source>
        <translation>Aucune parole ne commence après ce point.</translation>
    </message>
</context>
<context>
    <name>outputs</name>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (absent)</translation>
    </message>
    <message>
        <source>“{device}” is gone, so playing has paused. It goes on with {other}.</source>
        <translation>«&#xa0;{device}&#xa0;» n’est plus là&#xa0;: la lecture est en pause. Elle reprendra sur {other}.</translation>
    </message>
    <message>
        <source>“{device}” is gone: {other} plays instead.</source>
        <translation>«&#xa0;{device}&#xa0;» n’est plus là&#xa0;: le son passe par {other}.</translation>
    </message>
    <message>
        <source>“{device}” is not there: {other} plays instead.</source>
        <translation>«&#xa0;{device}&#xa0;» n’est pas là&#xa0;: le son passe par {other}.</translation>
    </message>
    <message>
        <source>“{device}” is not there, nor is another device: nothing is heard.</source>
        <translation>«&#xa0;{device}&#xa0;» n’est pas là, ni aucun autre périphérique&#xa0;: rien ne s’entend.</translation>
    </message>
    <message>
        <source>“{device}” is back and is used again.</source>
        <translation>«&#xa0;{device}&#xa0;» est de retour et sert à nouveau.</translation>
    </message>
    <message>
        <source>“{device}”</source>
        <translation>«&#xa0;{device}&#xa0;»</translation>
    </message>
    <message>
        <source>the system’s device</source>
        <translation>le périphérique du système</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Settings: {setting}</source>
        <translation>Réglages&#xa0;: {setting}</translation>
    </message>
    <message>
        <source>needs a transcript</source>
        <translation>demande une transcription</translation>
    </message>
    <message>
        <source>needs a recording</source>
        <translation>demande un enregistrement</translation>
    </message>
    <message>
        <source>needs a current turn</source>
        <translation>demande un tour actuel</translation>
    </message>
    <message>
        <source>needs a turn that is spoken</source>
        <translation>demande un tour qui est dit</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>rien à annuler</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>rien à rétablir</translation>
    </message>
</context>
<context>
    <name>players</name>
    <message>
        <source>{player} is the player now.</source>
        <translation>Le lecteur est maintenant {player}.</translation>
    </message>
</context>
<context>
    <name>presenter</name>
    <message>
        <source>That did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;Annuler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>&amp;Rétablir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Take the &amp;other player</source>
        <translation>Passer à l’&amp;autre lecteur</translation>
    </message>
    <message>
        <source>The file could not be used</source>
        <translation>Le fichier n’a pas pu être utilisé</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Le fichier n’a pas été écrit</translation>
    </message>
    <message>
        <source>The recording can’t be played</source>
        <translation>L’enregistrement ne peut pas être lu</translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>“{name}” was not opened: {reason}</source>
        <translation>«&#xa0;{name}&#xa0;» n’a pas été ouvert&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>a project is opened alone</source>
        <translation>un projet s’ouvre seul</translation>
    </message>
    <message>
        <source>“{taken}” is the project that is opened</source>
        <translation>«&#xa0;{taken}&#xa0;» est le projet ouvert</translation>
    </message>
    <message>
        <source>“{taken}” is the transcript already</source>
        <translation>«&#xa0;{taken}&#xa0;» est déjà la transcription</translation>
    </message>
    <message>
        <source>“{taken}” is the recording already</source>
        <translation>«&#xa0;{taken}&#xa0;» est déjà l’enregistrement</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>Enregistré dans {name}</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Projects, transcripts and recordings</source>
        <translation>Projets, transcriptions et enregistrements</translation>
    </message>
    <message>
        <source>Choose the recording</source>
        <translation>Choisir l’enregistrement</translation>
    </message>
</context>
<context>
    <name>recording</name>
    <message>
        <source>{before} {then}</source>
        <translation>{before} {then}</translation>
    </message>
    <message>
        <source>{before} And {count} more like this.</source>
        <translation>{before} Autres remarques&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>From {start} to {end} the file holds no sound that can be read.</source>
        <translation>De {start} à {end}, le fichier ne contient aucun son lisible.</translation>
    </message>
    <message>
        <source>The file was cut off: its sound ends at {start}, and it says that it lasts until {end}.</source>
        <translation>Le fichier a été coupé&#xa0;: son contenu sonore finit à {start}, alors qu’il annonce {end}.</translation>
    </message>
    <message>
        <source>The file says that it ends at {start}; its sound goes on until {end}.</source>
        <translation>Le fichier annonce sa fin à {start}&#x202f;; le son continue jusqu’à {end}.</translation>
    </message>
    <message>
        <source>At {start} the sound changes to {detail}.</source>
        <translation>À {start}, le son passe à {detail}.</translation>
    </message>
    <message>
        <source>it says that the recording lasts {told}, and {found} of sound were found.</source>
        <translation>il annonce une durée de {told}, alors que le son en dure {found}.</translation>
    </message>
    <message>
        <source>asked for {place}, it plays {found}.</source>
        <translation>envoyé à {place}, il joue {found}.</translation>
    </message>
    <message>
        <source>asked for {place}, it plays something else.</source>
        <translation>envoyé à {place}, il joue autre chose.</translation>
    </message>
    <message>
        <source>asked for {place}, it plays nothing.</source>
        <translation>envoyé à {place}, il ne joue rien.</translation>
    </message>
    <message>
        <source>{player} is not exact here: {reason} A decoded copy is played instead.</source>
        <translation>{player} n’est pas exact ici&#xa0;: {reason} Une copie décodée est jouée à la place.</translation>
    </message>
    <message>
        <source>{player} is not exact here: {reason} No decoded copy could be made: {why} Its times may be wrong.</source>
        <translation>{player} n’est pas exact ici&#xa0;: {reason} Aucune copie décodée n’a pu être faite&#xa0;: {why} Ses temps peuvent être faux.</translation>
    </message>
    <message>
        <source>{player} is not exact here: {reason} Its times may be wrong.</source>
        <translation>{player} n’est pas exact ici&#xa0;: {reason} Ses temps peuvent être faux.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Rétabli&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Taken up when Réplique starts again.</source>
        <translation>Prise en compte au prochain démarrage de Réplique.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>The colours of the window.</source>
        <translation>Les couleurs de la fenêtre.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claire</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Player</source>
        <translation>Le&amp;cteur</translation>
    </message>
    <message>
        <source>Built in (Qt)</source>
        <translation>Intégré (Qt)</translation>
    </message>
    <message>
        <source>&amp;Reaction time</source>
        <translation>Temps de &amp;réaction</translation>
    </message>
    <message>
        <source>How long your finger takes: a tap while it plays is set that much earlier.</source>
        <translation>Le temps que met le doigt&#xa0;: un top pendant la lecture est posé d’autant plus tôt.</translation>
    </message>
    <message>
        <source>Step &amp;back on play</source>
        <translation>Re&amp;tour à la reprise</translation>
    </message>
    <message>
        <source>How far playing steps back after a pause.</source>
        <translation>De combien la lecture recule après une pause.</translation>
    </message>
    <message>
        <source>Snap &amp;taps to speech</source>
        <translation>Caler les t&amp;ops sur la parole</translation>
    </message>
    <message>
        <source>A tap within 0.15 s of where speech clearly begins is set to that moment.</source>
        <translation>Un top à moins de 0,15&#xa0;s d’un début de parole net est posé à cet instant.</translation>
    </message>
    <message>
        <source>&amp;Nudge</source>
        <translation>&amp;Pas de calage</translation>
    </message>
    <message>
        <source>How far one key press moves a start or an end.</source>
        <translation>De combien une frappe déplace un début ou une fin.</translation>
    </message>
    <message>
        <source>R&amp;eplay after a nudge</source>
        <translation>&amp;Écoute après calage</translation>
    </message>
    <message>
        <source>How much of the boundary is played.</source>
        <translation>La durée jouée autour de la limite.</translation>
    </message>
    <message>
        <source>&amp;Follow the sound</source>
        <translation>&amp;Suivre le son</translation>
    </message>
    <message>
        <source>The transcript scrolls along while it plays.</source>
        <translation>La transcription défile pendant la lecture.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Calage</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Changes at once, even while it plays. Without VLC the built-in one plays.</source>
        <translation>Changé aussitôt, même pendant la lecture. Sans VLC, c’est le lecteur intégré qui lit.</translation>
    </message>
    <message>
        <source>&amp;Output device</source>
        <translation>Pér&amp;iphérique de sortie</translation>
    </message>
    <message>
        <source>Where the sound is heard. A device that goes away pauses; when it is back, it is used again.</source>
        <translation>Où le son s’entend. Si le périphérique disparaît, la lecture se met en pause&#x202f;; à son retour, il sert à nouveau.</translation>
    </message>
    <message>
        <source>Pa&amp;use while typing</source>
        <translation>Pa&amp;use pendant la saisie</translation>
    </message>
    <message>
        <source>Playing pauses with the first letter and goes on a second after the last, stepping back.</source>
        <translation>La lecture se met en pause à la première lettre et reprend, un peu plus tôt, une seconde après la dernière.</translation>
    </message>
    <message>
        <source>Si&amp;ze of the text</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>How large the words of the transcript are beside the rest of the window.</source>
        <translation>La taille des mots de la transcription par rapport au reste de la fenêtre.</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>Reading the files</source>
        <translation>Lecture des fichiers</translation>
    </message>
    <message>
        <source>Opening the recording</source>
        <translation>Ouverture de l’enregistrement</translation>
    </message>
    <message>
        <source>Drawing the waveform</source>
        <translation>Tracé de la forme d’onde</translation>
    </message>
    <message>
        <source>Exporting subtitles</source>
        <translation>Export des sous-titres</translation>
    </message>
    <message>
        <source>Finding where speech begins</source>
        <translation>Recherche des débuts de parole</translation>
    </message>
    <message>
        <source>Checking the player</source>
        <translation>Vérification du lecteur</translation>
    </message>
    <message>
        <source>Decoding a copy for the player</source>
        <translation>Décodage d’une copie pour le lecteur</translation>
    </message>
</context>
<context>
    <name>timecode</name>
    <message>
        <source>{whole}.{fraction}</source>
        <translation>{whole},{fraction}</translation>
    </message>
</context>
<context>
    <name>timing</name>
    <message>
        <source>Tap of turn {number}</source>
        <translation>Top du tour {number}</translation>
    </message>
    <message>
        <source>Tap of turn {number} taken back</source>
        <translation>Top du tour {number} repris</translation>
    </message>
    <message>
        <source>All turns are timed: the last one has its end.</source>
        <translation>Tous les tours sont calés&#xa0;: le dernier a sa fin.</translation>
    </message>
    <message>
        <source>The last turn has its end already. Go to the turn before the one to be timed.</source>
        <translation>Le dernier tour a déjà sa fin. Allez au tour qui précède celui à caler.</translation>
    </message>
    <message>
        <source>There is no tap to take back.</source>
        <translation>Il n’y a pas de top à reprendre.</translation>
    </message>
    <message>
        <source>Start of turn {number} at {time}</source>
        <translation>Début du tour {number} à {time}</translation>
    </message>
    <message>
        <source>End of turn {number} at {time}</source>
        <translation>Fin du tour {number} à {time}</translation>
    </message>
    <message>
        <source>Turn {number} and all that follow shifted to {time}</source>
        <translation>Tour {number} et tous les suivants décalés à {time}</translation>
    </message>
    <message>
        <source>Turn {number} confirmed</source>
        <translation>Tour {number} confirmé</translation>
    </message>
    <message>
        <source>Boundary before turn {number} at {time}</source>
        <translation>Limite avant le tour {number} à {time}</translation>
    </message>
    <message>
        <source>Turn {number} moved to {time}</source>
        <translation>Tour {number} déplacé à {time}</translation>
    </message>
    <message>
        <source>Drag put back</source>
        <translation>Déplacement annulé</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Listen to the voices take turns. The same key pauses.</source>
        <translation>Écoutez les voix se répondre. La même touche met en pause.</translation>
    </message>
    <message>
        <source>Tap: the next turn starts now</source>
        <translation>Top&#xa0;: le tour suivant commence</translation>
    </message>
    <message>
        <source>Press it at the moment a voice begins, the first one first. That times a turn.</source>
        <translation>Appuyez à l’instant où une voix commence, d’abord la première. Le tour est calé.</translation>
    </message>
    <message>
        <source>Take the tap back</source>
        <translation>Reprendre le top</translation>
    </message>
    <message>
        <source>Too early, too late? It plays again from two seconds before, and you tap anew.</source>
        <translation>Trop tôt, trop tard&#x202f;? Le son reprend deux secondes plus tôt, et vous refaites le top.</translation>
    </message>
    <message>
        <source>Move a start a little</source>
        <translation>Décaler un peu un début</translation>
    </message>
    <message>
        <source>First tap again with {tap}. Then each press moves the start by {nudge} ms and plays it.</source>
        <translation>Faites d’abord un nouveau top avec {tap}. Puis chaque appui décale le début de {nudge}&#xa0;ms et le fait entendre.</translation>
    </message>
    <message>
        <source>Set the start where you hear it</source>
        <translation>Poser le début là où vous l’entendez</translation>
    </message>
    <message>
        <source>Go near it with {back} and {forward}, or play. The tinted turn then starts where the sound is.</source>
        <translation>Approchez-vous avec {back} et {forward}, ou lancez la lecture. Le tour teinté commence alors là où est le son.</translation>
    </message>
    <message>
        <source>Export subtitles</source>
        <translation>Exporter les sous-titres</translation>
    </message>
    <message>
        <source>Timed turns become SRT or WebVTT. Look at the dialog; Esc leaves it.</source>
        <translation>Les tours calés deviennent du SRT ou du WebVTT. Regardez la fenêtre&#x202f;; Échap la ferme.</translation>
    </message>
    <message>
        <source>These six keys time a whole interview</source>
        <translation>Ces six touches suffisent à caler un entretien entier</translation>
    </message>
    <message>
        <source>{keys} shows all the others; the Help menu holds this tour.</source>
        <translation>{keys} montre toutes les autres&#x202f;; cette visite reste dans le menu Aide.</translation>
    </message>
</context>
<context>
    <name>transcript</name>
    <message>
        <source>no time</source>
        <translation>sans temps</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>interpolé</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>aligné</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>No speaker</source>
        <translation>Sans locuteur</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Words of turn {number} edited</source>
        <translation>Texte du tour {number} modifié</translation>
    </message>
</context>
<context>
    <name>turns</name>
    <message>
        <source>Turn {number} split</source>
        <translation>Tour {number} coupé</translation>
    </message>
    <message>
        <source>Turn {number} merged with the next</source>
        <translation>Tour {number} fusionné avec le suivant</translation>
    </message>
    <message>
        <source>Turn {number} made a note</source>
        <translation>Tour {number} devenu une note</translation>
    </message>
    <message>
        <source>Turn {number} made spoken</source>
        <translation>Tour {number} devenu parlé</translation>
    </message>
    <message>
        <source>Turn {number} spoken by {name}</source>
        <translation>Tour {number} dit par {name}</translation>
    </message>
    <message>
        <source>Speaker {name} added</source>
        <translation>Locuteur {name} ajouté</translation>
    </message>
    <message>
        <source>Speaker renamed to {name}</source>
        <translation>Locuteur renommé {name}</translation>
    </message>
    <message>
        <source>There is no speaker {number}.</source>
        <translation>Il n’y a pas de locuteur {number}.</translation>
    </message>
    <message>
        <source>Choose a turn first: no turn is current.</source>
        <translation>Choisissez d’abord un tour&#xa0;: aucun n’est sélectionné.</translation>
    </message>
    <message>
        <source>Click on the word before which to split, or play to it.</source>
        <translation>Cliquez sur le mot avant lequel couper, ou lisez jusqu’à lui.</translation>
    </message>
</context>
<context>
    <name>waveform</name>
    <message>
        <source>lasts {time}</source>
        <translation>dure {time}</translation>
    </message>
    <message>
        <source>pause {time}</source>
        <translation>pause {time}</translation>
    </message>
    <message>
        <source>stopped at a confirmed time</source>
        <translation>arrêté par un temps confirmé</translation>
    </message>
    <message>
        <source>at a neighbour</source>
        <translation>sur un voisin</translation>
    </message>
    <message>
        <source>at the playhead</source>
        <translation>sur la tête de lecture</translation>
    </message>
    <message>
        <source>where speech begins</source>
        <translation>sur un début de parole</translation>
    </message>
</context>
</TS>
