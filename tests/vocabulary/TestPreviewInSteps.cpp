// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ErrorOf.h"
#include "vocabulary/PreviewImport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

constexpr int rowCount = 200'000; // about 3 MB, so more than the head of a file

Vocabulary vocabulary()
{
    Vocabulary tags;
    tags.table = u"tags"_s;
    for (const QString &name : {u"tag_id"_s, u"label"_s}) {
        Column column;
        column.name = name;
        tags.columns.push_back(column);
    }
    return tags;
}

/** A header, a first record, many others, and @p end. */
QByteArray large(const QByteArray &first, const QByteArray &end)
{
    QByteArray bytes = "tag_id,label\n" + first + '\n';
    for (int i = 0; i < rowCount; ++i)
        bytes += "tag " + QByteArray::number(i) + ",x\n";
    return bytes + end;
}

ImportSource sourceOf(const QByteArray &bytes)
{
    ImportSource source;
    source.data = bytes;
    return source;
}

/** What came first, what last. */
struct Steps
{
    std::vector<ImportPreview> published;
    ImportPreview last;
};

Steps preview(const ImportSource &source)
{
    Steps steps;
    steps.last =
        previewImport(vocabulary(), source, 200, CancelToken(),
                      [&steps](const ImportPreview &head) { steps.published.push_back(head); });
    return steps;
}

QString firstName(const ImportPreview &preview)
{
    return preview.rows.empty() ? QString() : preview.rows[0][0].value_or(QString());
}

} // namespace

/** Of a large file the first page is there before all of it has been read. */
class TestPreviewInSteps : public QObject
{
    Q_OBJECT

private slots:
    void sameRecordsOfASoundFile();
    void anotherEncodingIsFoundLate();
    void headMayEndInsideACharacter();
    void oneStepIsEnough_data();
    void oneStepIsEnough();
    void headThatCannotBeReadAlone();
    void severalFiles();
    void failsOnce();
    void isCancelled();
};

void TestPreviewInSteps::sameRecordsOfASoundFile()
{
    const Steps steps = preview(sourceOf(large("Käse,1", {})));
    QCOMPARE(steps.published.size(), size_t(1));
    const ImportPreview &head = steps.published.front();
    QVERIFY(!head.encoding.isWhole);
    QCOMPARE(head.encoding.name, u"UTF-8"_s);
    QVERIFY(steps.last.encoding.isWhole);
    QCOMPARE(steps.last.encoding.source, EncodingFinding::Source::Utf8);
    QCOMPARE(head.rows.size(), size_t(200));
    QCOMPARE(firstName(head), u"Käse"_s);
    QVERIFY(!head.complete);
    QCOMPARE(head.columns, steps.last.columns);
    QCOMPARE(head.rows, steps.last.rows);
    QCOMPARE(head.lines, steps.last.lines);
    QCOMPARE(head.mapping, steps.last.mapping);
}

void TestPreviewInSteps::anotherEncodingIsFoundLate()
{
    const Steps steps = preview(sourceOf(large("K\xC3\xA4se,1", "Stra\xDF"
                                                                "e,2\n")));
    QCOMPARE(steps.published.size(), size_t(1));
    QCOMPARE(steps.published.front().encoding.name, u"UTF-8"_s);
    QCOMPARE(firstName(steps.published.front()), u"Käse"_s);

    const EncodingFinding &found = steps.last.encoding;
    QVERIFY(found.isWhole);
    QCOMPARE(found.source, EncodingFinding::Source::Guess);
    QCOMPARE(found.wrongByte, 0xDF);
    QCOMPARE(found.wrongLine, qint64(rowCount + 3));
    QVERIFY(found.name != "UTF-8"_L1);
    QVERIFY(firstName(steps.last) != u"Käse"_s);
}

void TestPreviewInSteps::headMayEndInsideACharacter()
{
    for (const int shift : {6, 7}) { // it ends behind and inside of an ä
        QByteArray bytes = "tag_id,label\n" + QByteArray(shift, 'x') + ",1\n";
        while (bytes.size() < 2 * headOfFile)
            bytes += "ää,ä\n";
        const Steps steps = preview(sourceOf(bytes));
        QCOMPARE(steps.published.size(), size_t(1));
        QVERIFY(steps.published.front().encoding.wrongOffset < 0);
        QCOMPARE(steps.published.front().rows, steps.last.rows);
        QVERIFY(steps.last.encoding.wrongOffset < 0);
    }
}

void TestPreviewInSteps::oneStepIsEnough_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("small") << "tag_id,label\nK\xC3\xA4se,1\n"_ba << QString();
    QTest::newRow("as large as the head")
        << large("Ada,1", {}).first(static_cast<qsizetype>(headOfFile)) << QString();
    QTest::newRow("chosen") << large("Ada,1", {}) << u"UTF-8"_s;
    QTest::newRow("mark") << "\xEF\xBB\xBF" + large("Ada,1", {}) << QString();
    QTest::newRow("wrong byte in the head") << large("K\xE4se,1", {}) << QString();
    QByteArray wide;
    const QByteArray narrow = large("Ada,1", {});
    for (const char byte : narrow)
        wide.append(byte).append('\0');
    QTest::newRow("zeros") << wide << QString();
}

void TestPreviewInSteps::oneStepIsEnough()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, chosen);
    ImportSource source = sourceOf(bytes);
    source.encoding = chosen;
    const Steps steps = preview(source);
    QVERIFY(steps.published.empty());
    QVERIFY(steps.last.encoding.isWhole);
    QVERIFY(!steps.last.rows.empty());
}

/** A field that goes on beyond the head, as far as a byte that is not UTF-8. */
void TestPreviewInSteps::headThatCannotBeReadAlone()
{
    const QByteArray field = '"' + QByteArray(3 * headOfFile, 'x') + "\xE4\"";
    ImportSource source = sourceOf("tag_id,label\nAda," + field + '\n');
    source.format = FileFormat::Csv;
    const Steps steps = preview(source);
    QVERIFY(steps.published.empty());
    QCOMPARE(steps.last.encoding.wrongByte, 0xE4);
    QCOMPARE(steps.last.encoding.wrongLine, qint64(2));
    QCOMPARE(firstName(steps.last), u"Ada"_s);
}

void TestPreviewInSteps::severalFiles()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    };
    ImportSource source;
    source.path = write(u"a.csv"_s, "tag_id,label\nAda,1\n");
    source.furtherPaths = QStringList(write(u"b.csv"_s, large("Basic,1", "Stra\xDF"
                                                                         "e,2\n")));
    const Steps steps = preview(source);
    QCOMPARE(steps.published.size(), size_t(1));
    QCOMPARE(steps.published.front().rows, steps.last.rows);
    QVERIFY(steps.last.encoding.isWhole);
}

void TestPreviewInSteps::failsOnce()
{
    ImportSource source;
    source.path = u"/nowhere/tags.csv"_s;
    QCOMPARE(errorOf([&source] { preview(source); }).value_or(Error()).kind, ErrorKind::File);
}

void TestPreviewInSteps::isCancelled()
{
    const ImportSource source = sourceOf(large("Ada,1", {}));
    const CancelToken token;
    int published = 0;
    const auto error = errorOf([&] {
        previewImport(vocabulary(), source, 200, token, [&](const ImportPreview &) {
            ++published;
            token.cancel();
        });
    });
    QCOMPARE(published, 1);
    QCOMPARE(error.value_or(Error()).kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestPreviewInSteps)
#include "TestPreviewInSteps.moc"
