// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/MakeWorkbook.h"
#include "transfer/ReadRecords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** Several files are read as if they were one, as far as their columns are the same. */
class TestSeriesReader : public QObject
{
    Q_OBJECT

private slots:
    void readsOneAfterTheOther();
    void countsLinesOn();
    void readsAtEveryBorder();
    void putsColumnsInOrder();
    void mixesFormatsAndEncodings();
    void keepsWhatIsWrongReadable();
    void refusesOtherColumns_data();
    void refusesOtherColumns();
    void refusesWhatCannotBeRead();
    void namesFilesApart();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its files.");
        return path;
    }
    static ImportSource series(const QStringList &paths)
    {
        ImportSource source;
        source.path = paths.front();
        source.furtherPaths = paths.mid(1);
        return source;
    }
    /** "TITLE+LINESBEFORE" of each file, at the end. */
    static QStringList filesOf(const ImportSource &source)
    {
        const auto reader = openRecordReader(source);
        Record record;
        while (reader->next(record))
            ;
        QStringList files;
        for (const ImportFile &file : reader->files())
            files << u"%1+%2"_s.arg(file.title, QString::number(file.linesBefore));
        return files;
    }

    QTemporaryDir m_folder;
};

void TestSeriesReader::readsOneAfterTheOther()
{
    const ImportSource source =
        series({write(u"a.csv"_s, "name,note\nAda,first\nBasic,\"two\nlines\"\n"),
                write(u"b.csv"_s, "name,note\n"), write(u"c.csv"_s, "name,note\nCobol,\n")});
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.columns, QStringList({u"name"_s, u"note"_s}));
    QCOMPARE(outcome.records,
             QStringList({u"2: Ada|first"_s, u"3: Basic|two\nlines"_s, u"6: Cobol|∅"_s}));
    QCOMPARE(filesOf(source), QStringList({u"a.csv+0"_s, u"b.csv+4"_s, u"c.csv+4"_s}));

    const auto reader = openRecordReader(source);
    QCOMPARE(reader->files().size(), size_t(1));
    QCOMPARE(reader->totalBytes(), 38 + 10 + 17);
}

void TestSeriesReader::countsLinesOn()
{
    // What a line is differs; that no two records share one does not.
    const QStringList paths{
        write(u"l/a.csv"_s, "name,note\r\n\"x\r\ny\",\"1\r2\"\r\nBasic,2\r\n"),
        write(u"l/b.json"_s, "[{\"name\":\"Ada\",\n\"note\":\"1\"},\n{\"name\":\"Bob\"}]"),
        write(u"l/c.jsonl"_s, "{\"name\":\"Eve\",\"note\":\"a\\nb\"}\n{\"name\":\"Fay\"}\n"),
        write(u"l/d.tsv"_s, "name\tnote\nGus\t1\n")};
    const ImportSource source = series(paths);
    const auto reader = openRecordReader(source);
    Record record;
    qint64 last = 0;
    QStringList places;
    while (reader->next(record)) {
        QVERIFY(record.line > last);
        last = record.line;
        places << fileLineText(reader->files(), record.line);
    }
    QCOMPARE(places, QStringList({u"a.csv:2"_s, u"a.csv:5"_s, u"b.json:1"_s, u"b.json:3"_s,
                                  u"c.jsonl:1"_s, u"c.jsonl:2"_s, u"d.tsv:2"_s}));
    QCOMPARE(reader->bytesRead(), reader->totalBytes());
    QCOMPARE(fileLineWords(reader->files(), last), u"2 of d.tsv"_s);
    QCOMPARE(fileLineWords({}, 12), u"12"_s);
}

void TestSeriesReader::readsAtEveryBorder()
{
    const ImportSource source = series({write(u"e/a.csv"_s, "name;note\nAda;\"1;2\"\n\n\nBasic;\n"),
                                        write(u"e/b.csv"_s, "note;name\nx;Cobol\n"),
                                        write(u"e/c.csv"_s, "name;note\nD;\n")});
    const Outcome whole = readRecords(source);
    QCOMPARE(whole.records.size(), 4);
    for (const qsizetype size : chunkSizes) {
        const Outcome outcome = readRecords(source, size);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.records, whole.records);
    }
}

void TestSeriesReader::putsColumnsInOrder()
{
    const Outcome outcome = readRecords(
        series({write(u"o/a.csv"_s, "name,color,note\nAda,red,1\n"),
                write(u"o/b.csv"_s, "note,Name ,COLOR\n2,Basic,blue\n3,Cobol\n4,D,green,more\n")}));
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.records, QStringList({u"2: Ada|red|1"_s, u"4: Basic|blue|2"_s,
                                           u"5: Cobol|∅|3 ! 2 fields instead of 3"_s,
                                           u"6: D|green|4|more ! 4 fields instead of 3"_s}));
    // Put into another order, a record with a field too few would look like a sound one.
    QCOMPARE(outcome.raw,
             QStringList({QString(), QString(), u"\"3,Cobol\""_s, u"\"4,D,green,more\""_s}));
}

void TestSeriesReader::mixesFormatsAndEncodings()
{
    const auto cell = [](const QByteArray &text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    WorkbookParts parts;
    parts.sheetData = "<row>" + cell("note") + cell("name") + "</row><row>" + cell("first") +
                      cell("Ada") + "</row>";
    const QString workbook = write(u"m/b.xlsx"_s, makeWorkbook(parts));
    const ImportSource source = series({write(u"m/a.csv"_s, "name,note\nZoë,1\n"), workbook,
                                        write(u"m/c.csv"_s, "name;note\ncaf\xE9;latin\n"),
                                        write(u"m/d.json"_s, "[{\"name\":\"J\",\"note\":2}]")});
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.encoding, u"UTF-8"_s);
    QCOMPARE(outcome.format, FileFormat::Csv);
    QCOMPARE(outcome.records.size(), 4);
    QCOMPARE(outcome.records[1], u"4: Ada|first"_s);
    QVERIFY(outcome.records[2].endsWith(u"café|latin"_s));
    QVERIFY(outcome.records[3].endsWith(u"J|2"_s));
    // The text of an object of JSON could not stand in a file of CSV.
    QCOMPARE(outcome.raw, QStringList({QString(), QString(), QString(), QString()}));

    const Outcome json = readRecords(series({m_folder.filePath(u"m/d.json"_s), workbook}));
    QCOMPARE(json.error.message, QString());
    QCOMPARE(json.raw.value(1), u"{\"name\":\"Ada\",\"note\":\"first\"}"_s);
}

void TestSeriesReader::keepsWhatIsWrongReadable()
{
    const Outcome outcome = readRecords(
        series({write(u"w/a.csv"_s, "name,note\nAda,1\n"),
                write(u"w/b.jsonl"_s, "{\"name\":\"B\",\"note\":\"2\"}\n{\"name\":\"\n"),
                write(u"w/c.tsv"_s, "name\tnote\n\"C\"x\t3\n")}));
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.records.size(), 4);
    QCOMPARE(outcome.raw[1], QString());
    QCOMPARE(outcome.raw[2], u"\"{\"\"name\"\":\"\"\""_s);
    QCOMPARE(outcome.raw[3], u"\"\"\"C\"\"x\t3\""_s);
}

void TestSeriesReader::refusesOtherColumns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << u"b.csv"_s << QByteArray("name\nBasic\n")
                             << u"“%1” has no column “note”, which “a.csv” has; "
                                "give all files the same columns."_s;
    QTest::newRow("additional") << u"c.csv"_s << QByteArray("name,note,color\nBasic,1,2\n")
                                << u"“%1” has a column “color”, which “a.csv” has not; give all "
                                   "files the same columns."_s;
    QTest::newRow("twice but for case")
        << u"d.csv"_s << QByteArray("name,NAME,note\nBasic,1,2\n")
        << u"“%1” has a column “NAME”, which “a.csv” has not; give all files the same columns."_s;
    QTest::newRow("lines") << u"e.txt"_s << QByteArray("Basic\nCobol\n")
                           << u"“%1” holds plain lines, and “a.csv” columns; import them apart, "
                              "or choose the format of both."_s;
    QTest::newRow("empty") << u"f.csv"_s << QByteArray()
                           << u"“%1” is empty; choose one that holds "
                              "tags."_s;
}

void TestSeriesReader::refusesOtherColumns()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, second);
    QFETCH(QString, sentence);
    const QString path = write(u"r/"_s + name, second);
    const Outcome outcome = readRecords(series({write(u"r/a.csv"_s, "name,note\nAda,1\n"), path}));
    QCOMPARE(outcome.error.kind, ErrorKind::File);
    QCOMPARE(outcome.error.message, sentence.arg(path));
    QCOMPARE(outcome.records, QStringList(u"2: Ada|1"_s));
}

void TestSeriesReader::refusesWhatCannotBeRead()
{
    const QString first = write(u"x/a.csv"_s, "name\nAda\n");
    const Outcome missing = readRecords(series({first, u"/nowhere/b.csv"_s}));
    QCOMPARE(missing.error.kind, ErrorKind::File);
    QVERIFY(missing.error.message.startsWith(u"“/nowhere/b.csv” does not exist"_s));
    QVERIFY(missing.records.isEmpty()); // known before anything is read

    const Outcome folder = readRecords(series({first, m_folder.path()}));
    QCOMPARE(folder.error.kind, ErrorKind::File);

    QVERIFY(QFile::link(first, m_folder.filePath(u"x/link.csv"_s)));
    const QString link = m_folder.filePath(u"x/link.csv"_s);
    const Outcome twice = readRecords(series({first, link}));
    QCOMPARE(twice.error.kind, ErrorKind::Usage);
    QCOMPARE(twice.error.message, u"“%1” is named twice; name each file once."_s.arg(link));

    ImportSource input = series({first, first});
    input.data = QByteArray("Ada\n");
    QCOMPARE(readRecords(input).error.kind, ErrorKind::Usage);
}

void TestSeriesReader::namesFilesApart()
{
    QCOMPARE(fileTitles({u"/x/a.csv"_s, u"/x/b.csv"_s}), QStringList({u"a.csv"_s, u"b.csv"_s}));
    QCOMPARE(fileTitles({u"/x/1/a.csv"_s, u"/x/2/a.csv"_s, u"c.csv"_s}),
             QStringList({u"1/a.csv"_s, u"2/a.csv"_s, u"c.csv"_s}));
    QCOMPARE(fileTitles({u"a.csv"_s, u"/x/a.csv"_s}), QStringList({u"a.csv"_s, u"x/a.csv"_s}));
    QCOMPARE(filesText({u"/x/a.csv"_s}), u"a.csv"_s);
    QCOMPARE(filesText({u"/x/%2.csv"_s, u"b"_s, u"c"_s}), u"%2.csv and 2 more"_s);
}

QTEST_GUILESS_MAIN(TestSeriesReader)
#include "TestSeriesReader.moc"
