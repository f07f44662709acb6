<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CalibrationDialog</name>
    <message numerus="yes">
        <source>%n came before the signal: wait for it.</source>
        <translation>
            <numerusform>%n came before the signal: wait for it.</numerusform>
            <numerusform>%n came before the signal: wait for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was not answered.</source>
        <translation>
            <numerusform>%n was not answered.</numerusform>
            <numerusform>%n were not answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lay far from the others and was left out.</source>
        <translation>
            <numerusform>%n lay far from the others and was left out.</numerusform>
            <numerusform>%n lay far from the others and were left out.</numerusform>
        </translation>
    </message>
</context>
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
