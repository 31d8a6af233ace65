// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"
#include "vocabulary/AwkwardAccount.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/PreviewImport.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Files on which imports go wrong, each with its account. */
class TestAwkwardFiles : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void everyPainHasAFile();
    void theTrialTellsAll_data() { addFiles(); }
    void theTrialTellsAll();
    void theTableHasExactlyThat_data() { addFiles(); }
    void theTableHasExactlyThat();
    void theRejectedAlone_data() { addFiles(); }
    void theRejectedAlone();

private:
    static void addFiles();
    void prepare(const test::AwkwardFile &file);
    ImportRequest requestOf(const test::AwkwardFile &file) const;
    ImportAccount import(const ImportRequest &request);
    void compareAccount(const test::AwkwardFile &file, const ImportAccount &account) const;
    void compareTags(const test::AwkwardFile &file, const QString &key);
    void compareError(const test::AwkwardFile &file, const std::optional<Error> &error);
    void comparePreview(const test::AwkwardFile &file, const ImportSource &source);
    std::optional<Error> errorOfImport(const test::AwkwardFile &file, const ImportRequest &request);
    void importAgain(const test::AwkwardFile &file, const ImportRequest &request);
    void importCorrected(const test::AwkwardFile &file, const ImportRequest &request);
    QStringList tags() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }

    QTemporaryDir m_folder;
    Progress m_last;
};

/** What follows would only tell the same again. */
#define RETURN_IF_FAILED()                                                                         \
    do {                                                                                           \
        if (QTest::currentTestFailed())                                                            \
            return;                                                                                \
    } while (false)

void TestAwkwardFiles::addFiles()
{
    QTest::addColumn<QString>("name");
    const QStringList names = test::awkwardNames();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestAwkwardFiles::prepare(const test::AwkwardFile &file)
{
    const QString collation = file.text(u"collation"_s);
    const QString columns = file.text(u"columns"_s);
    test::createTags(database(),
                     collation == u"case blind"_s ? test::caseBlind()
                     : collation.isEmpty()        ? test::bytewise()
                                                  : collation,
                     columns.isEmpty() ? QString() : u", "_s + columns);
    const QJsonArray before = file.at(u"before"_s).toArray();
    for (const QJsonValue &tag : before) {
        QStringList values;
        const QJsonArray cells = tag.toArray();
        for (const QJsonValue &cell : cells)
            values << (cell.isNull() ? u"NULL"_s : test::sqlLiteral(cell.toString()));
        database().execute(u"INSERT INTO tags VALUES (%1)"_s.arg(values.join(u", "_s)));
    }
}

ImportRequest TestAwkwardFiles::requestOf(const test::AwkwardFile &file) const
{
    ImportRequest request = test::requestOf(file, file.path(m_folder.path()));
    request.keepLines = true;
    return request;
}

ImportAccount TestAwkwardFiles::import(const ImportRequest &request)
{
    return test::import(database(), request,
                        [this](const Progress &progress) { m_last = progress; });
}

void TestAwkwardFiles::compareAccount(const test::AwkwardFile &file,
                                      const ImportAccount &account) const
{
    QStringList rejected;
    for (const Rejection &rejection : account.rejections)
        rejected << u"line %1 %2: %3"_s.arg(QString::number(rejection.line), rejection.name,
                                            rejection.reason);
    QVERIFY(account.balances());
    const QStringList expected = test::countTexts(file.object(u"account"_s));
    if (test::countTexts(account) != expected && rejected.size() < 20)
        qWarning() << rejected;
    QCOMPARE(test::countTexts(account), expected);
    QCOMPARE(account.lines->count(), account.read);
    const bool isLong = file.has(u"someLines"_s);
    const auto [found, wanted] =
        isLong ? test::comparedSomeLines(*account.lines, file.at(u"someLines"_s).toArray())
               : test::comparedLines(*account.lines, file.at(u"lines"_s).toArray());
    QCOMPARE(found, wanted);
}

void TestAwkwardFiles::compareTags(const test::AwkwardFile &file, const QString &key)
{
    const QString countKey = key + u"Count"_s;
    if (file.has(countKey)) {
        QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), file.at(countKey).toInteger());
        return;
    }
    QStringList expected;
    const QJsonArray rows = file.at(key).toArray();
    for (const QJsonValue &row : rows) {
        QStringList cells;
        const QJsonArray values = row.toArray();
        for (const QJsonValue &value : values)
            cells << value.toString(u"NULL"_s);
        expected << cells.join(u'|');
    }
    std::sort(expected.begin(), expected.end());
    QCOMPARE(tags(), expected);
}

void TestAwkwardFiles::compareError(const test::AwkwardFile &file,
                                    const std::optional<Error> &error)
{
    const QJsonObject expected = file.object(u"error"_s);
    QVERIFY2(error, "There was no error.");
    QString sentence = expected[u"sentence"_s].toString();
    sentence.replace(u"{file}"_s, u"“%1”"_s.arg(file.path(m_folder.path())));
    sentence.replace(u"{database}"_s, QFileInfo(database().file()).absoluteFilePath());
    QCOMPARE(error->message, sentence);
    QCOMPARE(errorKindName(error->kind), expected[u"kind"_s].toString());
}

void TestAwkwardFiles::comparePreview(const test::AwkwardFile &file, const ImportSource &source)
{
    const ImportPreview preview =
        test::read(database(), [&source](ScopedConnection &, const Vocabulary &vocabulary) {
            return previewImport(vocabulary, source, 1);
        });
    const QJsonObject recognised = file.object(u"recognised"_s);
    const QJsonObject found{{u"format"_s, fileFormatName(preview.format)},
                            {u"encoding"_s, preview.encoding.name},
                            {u"delimiter"_s, QString(preview.delimiter)}};
    for (auto entry = recognised.begin(); entry != recognised.end(); ++entry)
        QCOMPARE(found[entry.key()].toString(), entry.value().toString());
}

/** With the lock of another session, where the file is about that. */
std::optional<Error> TestAwkwardFiles::errorOfImport(const test::AwkwardFile &file,
                                                     const ImportRequest &request)
{
    const auto work = [&] { return errorOf([&] { import(request); }); };
    if (!file.at(u"locked"_s).toBool())
        return work();
    if (isMariaDb()) {
        NativeMariaDb holder(database().socket(), u"test_db"_s);
        holder.execute(u"START TRANSACTION"_s);
        holder.execute(u"SELECT * FROM tags FOR UPDATE"_s);
        return work();
    }
    NativeSqlite holder(database().file());
    holder.execute(u"BEGIN IMMEDIATE"_s);
    return work();
}

void TestAwkwardFiles::everyPainHasAFile()
{
    constexpr int pains = 18;
    QList<int> missing;
    for (int pain = 1; pain <= pains; ++pain)
        missing << pain;
    const QStringList names = test::awkwardNames();
    QVERIFY(names.size() >= 40);
    for (const QString &name : names) {
        const test::AwkwardFile file(name);
        QVERIFY2(!file.text(u"why"_s).isEmpty(), qPrintable(name));
        missing.removeAll(file.at(u"pain"_s).toInt());
    }
    QCOMPARE(missing, QList<int>());
}

void TestAwkwardFiles::theTrialTellsAll()
{
    QFETCH(const QString, name);
    const test::AwkwardFile file(name);
    prepare(file);
    ImportRequest request = requestOf(file);
    request.dryRun = true;
    const QStringList before = tags();
    if (file.has(u"error"_s)) {
        compareError(file, errorOfImport(file, request));
    } else {
        comparePreview(file, request.source);
        RETURN_IF_FAILED();
        compareAccount(file, import(request));
        // To the last byte: none is left at the end, whatever characters it is part of.
        QCOMPARE(m_last.bytes, m_last.totalBytes);
        if (m_last.records > 0 && !request.source.path.endsWith(u".xlsx"_s))
            QCOMPARE(m_last.totalBytes, QFileInfo(request.source.path).size());
    }
    QCOMPARE(tags(), before);
}

void TestAwkwardFiles::theTableHasExactlyThat()
{
    QFETCH(const QString, name);
    const test::AwkwardFile file(name);
    prepare(file);
    const ImportRequest request = requestOf(file);
    if (file.has(u"error"_s)) {
        const QStringList before = tags();
        compareError(file, errorOfImport(file, request));
        QCOMPARE(tags(), before);
        return;
    }
    const auto account = test::doneUndoneRedone(
        database(), test::vocabularyCalled({}), u"import"_s,
        [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
    RETURN_IF_FAILED();
    compareAccount(file, account);
    RETURN_IF_FAILED();
    compareTags(file, u"after"_s);
    RETURN_IF_FAILED();
    if (file.text(u"again"_s) != u"never"_s)
        importAgain(file, request);
}

/** Nothing is new the second time; "again" tells of files that contradict themselves. */
void TestAwkwardFiles::importAgain(const test::AwkwardFile &file, const ImportRequest &request)
{
    const QStringList before = tags();
    const ImportAccount again = import(request);
    QJsonObject expected = file.object(u"account"_s);
    for (const QString &changed : {u"inserted"_s, u"updated"_s, u"merged"_s})
        expected.remove(changed);
    const QJsonObject different = file.object(u"again"_s);
    for (auto entry = different.begin(); entry != different.end(); ++entry)
        expected.insert(entry.key(), entry.value());
    QVERIFY(again.balances());
    QCOMPARE(again.read, expected[u"read"_s].toInteger());
    QCOMPARE(again.rejected, expected[u"rejected"_s].toInteger());
    QCOMPARE(again.inserted, 0);
    QCOMPARE(again.updated, expected[u"updated"_s].toInteger());
    QCOMPARE(again.unchanged + again.skipped, again.read - again.rejected - again.updated);
    QCOMPARE(tags(), before);
}

void TestAwkwardFiles::theRejectedAlone()
{
    QFETCH(const QString, name);
    const test::AwkwardFile file(name);
    if (file.has(u"error"_s) || file.object(u"account"_s)[u"rejected"_s].toInteger() == 0)
        return;
    prepare(file);
    ImportRequest request = requestOf(file);
    // Their file has the format of the one that was imported; of lines and workbooks CSV.
    const QString ending = QFileInfo(request.source.path).suffix();
    request.rejectsPath =
        m_folder.filePath(u"rejects."_s + (ending.contains(u"json"_s) ? ending : u"csv"_s));
    const ImportAccount first = import(request);
    const QStringList before = tags();

    ImportRequest alone = request;
    alone.source = {};
    alone.source.path = request.rejectsPath;
    alone.corrections.clear();
    alone.leftOut.clear();
    alone.rejectsPath.clear();
    std::optional<ImportAccount> account;
    const auto error = errorOf([&] { account = import(alone); });
    QCOMPARE(error ? error->message : QString(), file.text(u"errorAlone"_s));
    QCOMPARE(tags(), before);
    if (account) {
        QCOMPARE(account->read, first.rejected);
        QCOMPARE(account->rejected, first.rejected);
    }
    if (file.has(u"corrected"_s))
        importCorrected(file, alone);
}

/** The file of rejected records as the expectations correct it. */
void TestAwkwardFiles::importCorrected(const test::AwkwardFile &file, const ImportRequest &request)
{
    const QJsonObject corrected = file.object(u"corrected"_s);
    QString text = QString::fromUtf8(test::bytesOfFile(request.source.path));
    const QJsonArray replacements = corrected[u"replace"_s].toArray();
    for (const QJsonValue &value : replacements) {
        const QJsonArray pair = value.toArray();
        QVERIFY2(text.contains(pair[0].toString()), qPrintable(text));
        text.replace(pair[0].toString(), pair[1].toString());
    }
    QFile rejects(request.source.path);
    QVERIFY(rejects.open(QIODevice::WriteOnly));
    rejects.write(text.toUtf8());
    rejects.close();
    const ImportAccount account = import(request);
    QCOMPARE(test::countTexts(account), test::countTexts(corrected[u"account"_s].toObject()));
    compareTags(file, u"afterCorrected"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestAwkwardFiles)
#include "TestAwkwardFiles.moc"
