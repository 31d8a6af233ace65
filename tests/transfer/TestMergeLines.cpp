// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/MergeLine.h"

#include "ReadRecords.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** Lines "source -> target" and "target: source, source". */
class TestMergeLines : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void wrongLines_data();
    void wrongLines();
    void records_data();
    void records();
    void theContentIsChosen();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
};

void TestMergeLines::lines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sources");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isArrow");

    QTest::newRow("arrow") << u"js -> JavaScript"_s << u"js"_s << u"JavaScript"_s << true;
    QTest::newRow("without blanks") << u"js->JavaScript"_s << u"js"_s << u"JavaScript"_s << true;
    QTest::newRow("sign") << u"\tjs → Java Script \t"_s << u"js"_s << u"Java Script"_s << true;
    QTest::newRow("several sources")
        << u"js, ecma,script-> JavaScript"_s << u"js, ecma,script"_s << u"JavaScript"_s << true;
    QTest::newRow("divided") << u"JavaScript: js, ecma"_s << u"js, ecma"_s << u"JavaScript"_s
                             << false;
    QTest::newRow("blank before the colon") << u"a :\tb"_s << u"b"_s << u"a"_s << false;
    QTest::newRow("facets") << u"role::program: role::app"_s << u"role::app"_s << u"role::program"_s
                            << false;
    QTest::newRow("facets and arrow")
        << u"role::app -> role::program"_s << u"role::app"_s << u"role::program"_s << true;
    QTest::newRow("the first divider counts") << u"a: b: c"_s << u"b: c"_s << u"a"_s << false;
    QTest::newRow("the arrow goes before colons")
        << u"a: b -> c: d"_s << u"a: b"_s << u"c: d"_s << true;
    QTest::newRow("a hyphen is no arrow")
        << u"set-up: setup"_s << u"setup"_s << u"set-up"_s << false;
    QTest::newRow("a comma in the target")
        << u"b -> a, the first"_s << u"b"_s << u"a, the first"_s << true;
}

void TestMergeLines::lines()
{
    QFETCH(const QString, line);
    QFETCH(const QString, sources);
    QFETCH(const QString, target);
    QFETCH(const bool, isArrow);
    const MergeLine merge = parseMergeLine(line);
    QCOMPARE(merge.problem, QString());
    QCOMPARE(merge.sources, sources);
    QCOMPARE(merge.target, target);
    QCOMPARE(merge.form, isArrow ? MergeLine::Form::Arrow : MergeLine::Form::Divided);
}

void TestMergeLines::wrongLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("problem");

    QTest::newRow("a name") << u"JavaScript"_s << u"says nothing of a merge"_s;
    QTest::newRow("a facet") << u"role::program"_s << u"says nothing of a merge"_s;
    QTest::newRow("a remark") << u"# js"_s << u"says nothing of a merge"_s;
    QTest::newRow("blank") << u" "_s << u"says nothing of a merge"_s;
    QTest::newRow("no target") << u"js ->"_s << u"names no target"_s;
    QTest::newRow("nothing before the colon") << u": js"_s << u"names no target"_s;
    QTest::newRow("no source") << u"-> JavaScript"_s << u"no tag to merge into “JavaScript”"_s;
    QTest::newRow("nothing behind the colon")
        << u"JavaScript:"_s << u"no tag to merge into “JavaScript”"_s;
    QTest::newRow("commas alone") << u" , , -> JavaScript"_s
                                  << u"no tag to merge into “JavaScript”"_s;
    QTest::newRow("two arrows") << u"a -> b -> c"_s << u"several arrows"_s;
    QTest::newRow("two arrows of both kinds") << u"a → b->c"_s << u"several arrows"_s;
    QTest::newRow("an arrow alone") << u"->"_s << u"names no target"_s;
}

void TestMergeLines::wrongLines()
{
    QFETCH(const QString, line);
    QFETCH(const QString, problem);
    const MergeLine merge = parseMergeLine(line);
    QVERIFY2(merge.problem.contains(problem), qPrintable(merge.problem));
    QVERIFY(merge.problem.endsWith(u'.'));
}

namespace
{

ImportSource mergesOf(const QByteArray &data)
{
    ImportSource source = sourceOf(data, std::nullopt);
    source.content = ImportContent::Merges;
    return source;
}

} // namespace

void TestMergeLines::records_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("both forms") << "JavaScript: js, ecma\r\n\r\n c++ -> cpp \n"_ba
                                << QStringList{u"1: merge|js, ecma|JavaScript"_s,
                                               u"3: merge|c++|cpp"_s};
    QTest::newRow("a wrong line is no end")
        << "a -> b\nnothing\nc→d"_ba
        << QStringList{u"1: merge|a|b"_s,
                       u"2: merge|nothing|∅ ! The line says nothing of a merge; write “source -> "
                       "target” or “target: source, source”."_s,
                       u"3: merge|c|d"_s};
    QTest::newRow("BOM, UTF-8 and a lone CR")
        << "\xEF\xBB\xBFé: 日本\r😀 -> x\r"_ba
        << QStringList{u"1: merge|日本|é"_s, u"2: merge|😀|x"_s};
    QTest::newRow("NUL") << QByteArray("a\0 -> b", 7)
                         << QStringList{u"1: merge|a"_s + QChar(0) + u"|b ! a NUL character"_s};
    QTest::newRow("what looks like a table")
        << "a, b -> c\nd, e -> f\n"_ba << QStringList{u"1: merge|a, b|c"_s, u"2: merge|d, e|f"_s};
}

void TestMergeLines::records()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(mergesOf(data), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, (QStringList{u"action"_s, u"name"_s, u"target"_s}));
        QCOMPARE(outcome.records, expected);
        QCOMPARE(outcome.format, FileFormat::Lines);
    }
}

void TestMergeLines::theContentIsChosen()
{
    const QByteArray data = "a -> b\n";
    QCOMPARE(openRecordReader(mergesOf(data))->content(), ImportContent::Merges);
    const auto names = openRecordReader(sourceOf(data, FileFormat::Lines));
    QCOMPARE(names->content(), ImportContent::Tags);
    QCOMPARE(names->columns(), QStringList{u"name"_s});
}

void TestMergeLines::refusesWhatIsNoText_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("CSV") << FileFormat::Csv << QChar();
    QTest::newRow("JSON") << FileFormat::Json << QChar();
    QTest::newRow("a delimiter") << FileFormat::Lines << QChar(u';');
}

void TestMergeLines::refusesWhatIsNoText()
{
    QFETCH(const FileFormat, format);
    QFETCH(const QChar, delimiter);
    ImportSource source = mergesOf("a -> b\n");
    source.format = format;
    source.delimiter = delimiter;
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.error.kind, ErrorKind::Usage);
    QVERIFY(outcome.error.message.contains(u"plain text"_s));
}

QTEST_GUILESS_MAIN(TestMergeLines)
#include "TestMergeLines.moc"
