// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/BadInput.h"
#include "vocabulary/ImportLines.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/**
 * Names that some collations hold to be equal and others do not: which of them are is asked of the
 * database by SQL of the test's own, and the account, the lines and the table have to agree.
 */
class TestImportCollations : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void agreesWithTheDatabase_data();
    void agreesWithTheDatabase();

private:
    bool isEqual(const QString &left, const QString &right);
    bool isStorable(const QString &name) const;
    void create(bool hasKey, const QStringList &names);

    QString m_collation;
};

namespace
{

/** In this order: the stored ones are among them. */
const QStringList &names()
{
    static const QStringList all = {u"Python"_s,
                                    u"python"_s,
                                    u"PYTHON "_s,
                                    u"Python  "_s,
                                    u" Python"_s,
                                    u"Café"_s,
                                    u"Cafe"_s,
                                    u"Cafe\u0301"_s,
                                    u"CAFÉ"_s,
                                    u"straße"_s,
                                    u"strasse"_s,
                                    u"STRASSE"_s,
                                    u"Å"_s,
                                    u"A"_s,
                                    u"A\u030A"_s,
                                    u"\u212B"_s,
                                    u"ä"_s,
                                    u"ö"_s,
                                    u"Ä"_s,
                                    u"\uFB01sh"_s,
                                    u"fish"_s,
                                    u"FISH"_s,
                                    u"istanbul"_s,
                                    u"Istanbul"_s,
                                    u"\u0130stanbul"_s,
                                    u"\u0131stanbul"_s,
                                    u"\U0001F40D"_s,
                                    u"\U0001F600"_s,
                                    u"\uFF21"_s,
                                    u"\uFF21\uFF22"_s,
                                    u"AB"_s,
                                    u"ß"_s,
                                    u"ss"_s,
                                    u"\u1E9E"_s,
                                    u"æ"_s,
                                    u"ae"_s,
                                    u"ø"_s,
                                    u"o"_s,
                                    u"\u03C3"_s,
                                    u"\u03C2"_s,
                                    u"\u03A3"_s,
                                    u"co-op"_s,
                                    u"coop"_s,
                                    u"a\u200Bb"_s,
                                    u"a\u00ADb"_s,
                                    u"ab"_s,
                                    u"1"_s,
                                    u"\u00B9"_s,
                                    u"\u0661"_s,
                                    u"a\tb"_s,
                                    u"a b"_s,
                                    u"a\u00A0b"_s,
                                    u"e"_s,
                                    u"é"_s,
                                    u"ÿ"_s,
                                    u"Ÿ"_s,
                                    u"\u20AC"_s,
                                    u"x"_s,
                                    u"X"_s,
                                    u"x"_s};
    return all;
}

} // namespace

bool TestImportCollations::isEqual(const QString &left, const QString &right)
{
    const QString sql =
        isMariaDb()
            ? u"SELECT CONVERT(%1 USING %3) COLLATE %4 = CONVERT(%2 USING %3) COLLATE %4"_s.arg(
                  test::literal(left), test::literal(right), m_collation.section(u'_', 0, 0),
                  m_collation)
            : u"SELECT %1 = %2 COLLATE %3"_s.arg(test::literal(left), test::literal(right),
                                                 m_collation);
    return database().number(sql) != 0;
}

bool TestImportCollations::isStorable(const QString &name) const
{
    // The server's latin1 is Windows-1252, which has the euro and the capital of ÿ.
    if (!m_collation.startsWith("latin1"_L1))
        return true;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x100 || c == u'\u20AC' || c == u'\u0178';
    });
}

void TestImportCollations::create(bool hasKey, const QStringList &stored)
{
    const QString name = test::textColumn(u"tag_id"_s, m_collation) + u" NOT NULL"_s;
    const QString key =
        isMariaDb() ? u"id INT AUTO_INCREMENT PRIMARY KEY, "_s : u"id INTEGER PRIMARY KEY, "_s;
    test::createTable(database(), hasKey ? u"tags (%1%2 UNIQUE, note INTEGER)"_s.arg(key, name)
                                         : u"tags (%1 PRIMARY KEY, note INTEGER)"_s.arg(name));
    for (const QString &tag : stored)
        database().execute(
            u"INSERT INTO tags (tag_id, note) VALUES (%1, 0)"_s.arg(test::literal(tag)));
}

void TestImportCollations::agreesWithTheDatabase_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<bool>("update");
    const QStringList collations =
        isMariaDb()
            ? QStringList{u"utf8mb4_bin"_s, u"utf8mb4_general_ci"_s, u"utf8mb4_unicode_520_ci"_s,
                          u"utf8mb4_unicode_ci"_s, u"latin1_swedish_ci"_s}
            : QStringList{u"NOCASE"_s, u"BINARY"_s};
    for (const QString &collation : collations) {
        for (const bool hasKey : {false, true}) {
            for (const bool update : {false, true}) {
                const QString title =
                    u"%1, %2, %3"_s.arg(collation, hasKey ? u"number and name"_s : u"name"_s,
                                        update ? u"update"_s : u"skip"_s);
                QTest::newRow(qPrintable(title)) << collation << hasKey << update;
            }
        }
    }
}

void TestImportCollations::agreesWithTheDatabase()
{
    QFETCH(const QString, collation);
    QFETCH(const bool, hasKey);
    QFETCH(const bool, update);
    m_collation = collation;
    const QStringList stored = {u"pythoN"_s, u"CafE"_s, u"å"_s, u"Fish"_s, u"ae "_s};
    create(hasKey, stored);

    struct Tag
    {
        QString name;
        qint64 line; ///< that met it first; 0: none so far
        qint64 note;
    };
    std::vector<Tag> tags;
    for (const QString &tag : stored)
        tags.push_back({tag, 0, 0});
    ImportAccount expected;
    QStringList lines;
    QStringList rejected;
    QString file = u"tag_id,note\n"_s;
    qint64 line = 1;
    for (const QString &name : names()) {
        ++line;
        const QString note = QString::number(line);
        file += u'"' + name + u"\","_s + note + u'\n';
        ++expected.read;
        const QString begin = note + u' ';
        if (!isStorable(name)) {
            ++expected.rejected;
            rejected << note;
            continue;
        }
        const auto found = std::find_if(tags.begin(), tags.end(), [this, &name](const Tag &tag) {
            return isEqual(tag.name, name);
        });
        if (found == tags.end()) {
            ++expected.inserted;
            tags.push_back({name, line, line});
            lines << begin + u"new %1 (%2)"_s.arg(name, note);
            continue;
        }
        const QString verdict = update ? u"changed"_s : u"skipped"_s;
        ++(update ? expected.updated : expected.skipped);
        const QString equal =
            found->line > 0 ? QString::number(found->line) + u' ' + found->name : found->name;
        lines << begin + u"%1 %2 (%3<%4) = %5"_s.arg(verdict, name, note,
                                                     QString::number(found->note), equal);
        if (update)
            found->note = line;
        if (found->line == 0)
            found->line = line;
    }

    ImportRequest request =
        test::importOf(file, FileFormat::Csv, update ? OnExisting::Update : OnExisting::Skip);
    request.keepLines = true;
    const ImportAccount account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), test::countsOf(expected));
    QCOMPARE(test::countsOfLines(account), test::countsOf(expected));
    QStringList told;
    QStringList refused;
    for (qint64 i = 0; i < account.lines->count(); ++i) {
        const ImportLine &found = account.lines->at(i);
        if (found.verdict != LineVerdict::Rejected) {
            told << test::lineText(found);
            continue;
        }
        refused << QString::number(found.line);
        QCOMPARE(found.column, u"tag_id"_s);
        QVERIFY2(!found.reason.isEmpty(), qPrintable(found.name));
    }
    QCOMPARE(told, lines);
    QCOMPARE(refused, rejected);
    QCOMPARE(account.equalNamesCount, expected.updated + expected.skipped);

    QStringList rows;
    for (const Tag &tag : tags)
        rows << tag.name + u'|' + QString::number(tag.note);
    std::sort(rows.begin(), rows.end());
    QCOMPARE(test::rowTexts(database(), u"SELECT tag_id, note FROM tags"_s), rows);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportCollations)
#include "TestImportCollations.moc"
