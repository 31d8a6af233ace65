// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/CompareReceipts.h"
#include "support/ErrorOf.h"
#include "vocabulary/MergeWorld.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::MergeWorld;
using test::WorldLink;
using test::WorldRow;
using Rows = std::vector<WorldRow>;
using Object = std::vector<Cell>;

/** Random vocabularies and merges, and what must hold whatever they are. */
class TestMergeAtRandom : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void keepsItsPromises_data();
    void keepsItsPromises();

private:
    void checkLink(const WorldLink &link, const Rows &before, const Rows &after,
                   const ReferenceCount &count) const;
    void checkTags(const MergeWorld &world, const Rows &before, const Rows &after) const;

    std::set<QString> m_sources;
    QString m_target;
};

namespace
{

enum class Whose { Nobodys, Sources, Targets };

/** Which tag's row it is; rows of other tags or outside the scope are nobody's here. */
Whose whose(const WorldLink &link, const WorldRow &row, const std::set<QString> &sources,
            const QString &target)
{
    const bool isInScope = link.scope < 0 || row.at(static_cast<size_t>(link.scope)) == u"x"_s;
    if (!isInScope || !row.front())
        return Whose::Nobodys;
    const QString tag = link.byName ? row.front()->section(u' ', 1) : *row.front();
    if (tag == target)
        return Whose::Targets;
    return sources.contains(tag) ? Whose::Sources : Whose::Nobodys;
}

/** What @p row is about by one object key; nothing where it names no object. */
std::optional<Object> objectOf(const WorldLink &link, const std::vector<int> &key,
                               const WorldRow &row)
{
    Object object;
    for (const int column : key)
        object.push_back(row.at(static_cast<size_t>(column)));
    const auto isNull = [](const Cell &cell) { return !cell; };
    const bool namesNothing = link.nullsAreEqual
                                  ? std::all_of(object.begin(), object.end(), isNull)
                                  : std::any_of(object.begin(), object.end(), isNull);
    return namesNothing ? std::nullopt : std::optional(object);
}

/** Whether somebody who is not merged stands between, or tags stand beneath each other. */
bool mustBeRefused(const Rows &tags, const std::set<QString> &sources, const QString &target)
{
    std::map<QString, Cell> parents;
    for (const WorldRow &tag : tags)
        parents[*tag[0]] = tag[3];
    const auto runsInACircle = [&parents](const QString &start) {
        std::set<QString> seen;
        Cell tag = start;
        while (tag && parents.contains(*tag) && seen.insert(*tag).second)
            tag = parents.at(*tag);
        return tag && seen.contains(*tag);
    };
    bool refused = runsInACircle(target);
    for (const QString &source : sources)
        refused = refused || runsInACircle(source);
    if (refused)
        return true;
    bool isBetween = false;
    for (Cell tag = parents.at(target); tag && parents.contains(*tag); tag = parents.at(*tag)) {
        if (sources.contains(*tag) && isBetween)
            return true;
        isBetween = isBetween || !sources.contains(*tag);
    }
    return false;
}

} // namespace

void TestMergeAtRandom::keepsItsPromises_data()
{
    QTest::addColumn<quint32>("seed");
    // TAGSMITH_SEEDS asks for more of them, for a longer search.
    bool isLonger = false;
    const int asked = qEnvironmentVariableIntValue("TAGSMITH_SEEDS", &isLonger);
    const quint32 last = isLonger ? static_cast<quint32>(asked) : 60;
    for (quint32 seed = 1; seed <= last; ++seed)
        QTest::addRow("seed %u", seed) << seed;
    const quint32 fresh = QRandomGenerator::global()->generate();
    QTest::addRow("seed %u, made now", fresh) << fresh;
}

void TestMergeAtRandom::checkLink(const WorldLink &link, const Rows &before, const Rows &after,
                                  const ReferenceCount &count) const
{
    Rows othersBefore;
    Rows othersAfter;
    qint64 sources = 0;
    qint64 targets = 0;
    qint64 targetsAfter = 0;
    for (const WorldRow &row : before) {
        const Whose owner = whose(link, row, m_sources, m_target);
        sources += owner == Whose::Sources ? 1 : 0;
        targets += owner == Whose::Targets ? 1 : 0;
        if (owner == Whose::Nobodys)
            othersBefore.push_back(row);
    }
    for (const WorldRow &row : after) {
        const Whose owner = whose(link, row, m_sources, m_target);
        QVERIFY2(owner != Whose::Sources, "a tagging of a merged tag is left");
        targetsAfter += owner == Whose::Targets ? 1 : 0;
        if (owner == Whose::Nobodys)
            othersAfter.push_back(row);
    }
    std::sort(othersBefore.begin(), othersBefore.end());
    std::sort(othersAfter.begin(), othersAfter.end());
    QVERIFY2(othersBefore == othersAfter, "somebody else's taggings have changed");
    QCOMPARE(count.moved, targetsAfter - targets);
    QCOMPARE(count.moved + count.collapsed, sources);

    for (const std::vector<int> &key : link.objects) {
        std::map<Object, std::pair<int, bool>> tagged; // rows of the target, and whether any
        std::map<Object, int> taggedAfter;
        for (const WorldRow &row : before) {
            const Whose owner = whose(link, row, m_sources, m_target);
            const auto object = objectOf(link, key, row);
            if (!object || owner == Whose::Nobodys)
                continue;
            auto &known = tagged[*object];
            known.first += owner == Whose::Targets ? 1 : 0;
            known.second = true;
        }
        for (const WorldRow &row : after) {
            const auto object = objectOf(link, key, row);
            if (object && whose(link, row, m_sources, m_target) == Whose::Targets)
                ++taggedAfter[*object];
        }
        QCOMPARE(taggedAfter.size(), tagged.size()); // no object has lost or won the tag
        for (const auto &[object, rows] : taggedAfter) {
            QVERIFY2(tagged.contains(object), "an object has the target that had no source");
            QVERIFY2(rows <= std::max(1, tagged.at(object).first), "a tagging is there twice");
        }
    }
}

void TestMergeAtRandom::checkTags(const MergeWorld &world, const Rows &before,
                                  const Rows &after) const
{
    Rows expected;
    for (WorldRow tag : before) {
        if (m_sources.contains(*tag[0]))
            continue;
        if (tag[0] != m_target && tag[3] && m_sources.contains(*tag[3]))
            tag[3] = m_target;
        expected.push_back(tag);
    }
    QCOMPARE(after.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        WorldRow tag = after[i];
        if (tag[0] == m_target) { // its counter and its parent may have changed
            if (world.mapping.counters.empty())
                QCOMPARE(tag[2], expected[i][2]);
            QVERIFY2(!tag[3] || !m_sources.contains(*tag[3]), "the target stands beneath a source");
            QVERIFY2(tag[3] != m_target, "the target stands beneath itself");
            continue;
        }
        QVERIFY2(tag == expected[i], "another tag has changed");
    }
    for (const WorldRow &tag : after)
        QVERIFY2(!world.hasParents || !tag[3] || !m_sources.contains(*tag[3]), "a parent is gone");
}

void TestMergeAtRandom::keepsItsPromises()
{
    QFETCH(const quint32, seed);
    MergeWorld world(database(), seed);
    world.build();
    const Rows tags = world.rows(u"tags"_s);
    MergeRequest request = world.randomMerge();
    m_target = request.target;
    m_sources = std::set<QString>(request.sources.begin(), request.sources.end());
    m_sources.erase(m_target);
    std::vector<Rows> before;
    for (const WorldLink &link : world.links)
        before.push_back(world.rows(link.table));
    const QStringList everything = test::everyRow(database());

    request.dryRun = true;
    Receipt shown;
    const auto error = errorOf([&] { shown = test::merge(database(), world.mapping, request); });
    QCOMPARE(test::everyRow(database()), everything);
    const bool refused =
        m_sources.empty() || (world.hasParents && mustBeRefused(tags, m_sources, m_target));
    if (refused) {
        COMPARE_KIND(error, ErrorKind::Refused);
        return;
    }
    QVERIFY2(!error, error ? qPrintable(error->message) : "");

    request.dryRun = false;
    request.shown = std::make_shared<const Receipt>(shown);
    Receipt receipt;
    const auto failure =
        errorOf([&] { receipt = test::merge(database(), world.mapping, request); });
    QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
    QCOMPARE(receiptDifferences(shown, receipt), QStringList());
    QCOMPARE(receipt.tags, static_cast<qint64>(m_sources.size()));
    QCOMPARE(receipt.references.size(), world.links.size());
    for (size_t i = 0; i < world.links.size(); ++i) {
        checkLink(world.links[i], before[i], world.rows(world.links[i].table),
                  receipt.references[i]);
        if (QTest::currentTestFailed())
            return;
    }
    const Rows tagsAfter = world.rows(u"tags"_s);
    checkTags(world, tags, tagsAfter);
    if (QTest::currentTestFailed() || world.mapping.counters.empty())
        return;
    const QString uses = world.links[0].table;
    for (const WorldRow &tag : tagsAfter) {
        if (tag[0] == m_target)
            QCOMPARE(
                tag[2].value_or(QString()).toLongLong(),
                database().number(u"SELECT COUNT(*) FROM %1 WHERE tag = %2"_s.arg(uses, m_target)));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMergeAtRandom)
#include "TestMergeAtRandom.moc"
