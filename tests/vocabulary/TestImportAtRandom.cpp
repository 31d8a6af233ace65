// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Random files and stored tags, compared with a simple model of an import, line by line. */
class TestImportAtRandom : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void agreesWithTheModel_data();
    void agreesWithTheModel();
};

namespace
{

using Table = std::map<QString, Cell>;

struct Line
{
    QString name;
    Cell note;
};

/** Few names and values, so that they meet; a negative note is refused by the table's CHECK. */
std::vector<Line> randomLines(QRandomGenerator &random, int count, int names)
{
    std::vector<Line> lines;
    for (int i = 0; i < count; ++i) {
        Line line;
        if (random.bounded(20) > 0)
            line.name =
                u"%1%2"_s.arg(random.bounded(2) ? u"Tag"_s : u"tag"_s).arg(random.bounded(names));
        if (random.bounded(4) > 0)
            line.note = QString::number(random.bounded(4) - 1);
        lines.push_back(line);
    }
    return lines;
}

QString fileOf(const std::vector<Line> &lines)
{
    QString file = u"tag_id,note\n"_s;
    for (const Line &line : lines)
        file += line.name + u',' + line.note.value_or(QString()) + u'\n';
    return file;
}

/** What an import should do to @p table; nothing where it should fail. */
std::optional<ImportAccount> importIntoModel(Table &table, const std::vector<Line> &lines,
                                             OnExisting onExisting)
{
    ImportAccount account;
    for (const Line &line : lines) {
        ++account.read;
        const auto stored = table.find(line.name);
        const bool isRefused = line.name.isEmpty() || line.note == Cell(u"-1"_s);
        // One branch for each rule, in the order in which the rules apply.
        // NOLINTNEXTLINE(bugprone-branch-clone)
        if (line.name.isEmpty() || (stored == table.end() && isRefused)) {
            ++account.rejected;
        } else if (stored == table.end()) {
            table.emplace(line.name, line.note);
            ++account.inserted;
        } else if (onExisting == OnExisting::Fail) {
            return std::nullopt;
        } else if (stored->second == line.note) {
            ++account.unchanged;
        } else if (onExisting == OnExisting::Skip) {
            ++account.skipped;
        } else if (isRefused) {
            ++account.rejected;
        } else {
            stored->second = line.note;
            ++account.updated;
        }
    }
    return account;
}

QStringList textsOf(const Table &table)
{
    QStringList texts;
    for (const auto &[name, note] : table)
        texts << name + u'|' + note.value_or(u"NULL"_s);
    std::sort(texts.begin(), texts.end());
    return texts;
}

} // namespace

void TestImportAtRandom::agreesWithTheModel_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestImportAtRandom::agreesWithTheModel()
{
    QFETCH(const int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    test::createTags(database(), test::bytewise(), u", note INTEGER CHECK (note >= 0)"_s);
    Table model;
    // The first import fills the table; the later ones meet what the earlier ones left.
    for (int round = 0; round < 3; ++round) {
        const int count = random.bounded(round == 0 ? 200 : 2500);
        const int names = 1 + random.bounded(seed % 2 ? 3000 : 40);
        const auto onExisting = static_cast<OnExisting>(random.bounded(seed % 8 == 0 ? 3 : 2));
        const auto lines = randomLines(random, count, names);
        const Table before = model;
        const auto expected = importIntoModel(model, lines, onExisting);
        const auto request = test::importOf(fileOf(lines), FileFormat::Csv, onExisting);
        if (expected) {
            const auto account = test::import(database(), request);
            QCOMPARE(test::countsOf(account), test::countsOf(*expected));
        } else {
            model = before;
            COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Conflict);
        }
        QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), textsOf(model));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportAtRandom)
#include "TestImportAtRandom.moc"
