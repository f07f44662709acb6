<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n timed turn(s)</source>
        <translation>
            <numerusform>%n timed turn</numerusform>
            <numerusform>%n timed turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) without a time will be left out.</source>
        <translation>
            <numerusform>%n turn without a time will be left out.</numerusform>
            <numerusform>%n turns without a time will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakersModel</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrackDialog</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
</context>
</TS>
