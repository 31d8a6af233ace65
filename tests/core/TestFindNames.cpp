// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"
#include "core/FindNames.h"

#include <QTest>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Finding tags by what was typed of their names. */
class TestFindNames : public QObject
{
    Q_OBJECT

private slots:
    void ranksByLikeness();
    void looksAtNamesAlone();
    void keepsToTheLimit();
    void findsNothingForNothing();
    void stopsWhenCancelled();

private:
    static SnapshotPtr snapshot(const QStringList &names);
};

SnapshotPtr TestFindNames::snapshot(const QStringList &names)
{
    Column name;
    name.name = u"name"_s;
    Column note;
    note.name = u"note"_s;
    SnapshotBuilder builder({name, note}, 0);
    for (const QString &text : names) {
        builder.append(text);
        builder.append(u"a note on java");
    }
    return builder.finish();
}

void TestFindNames::ranksByLikeness()
{
    const SnapshotPtr tags =
        snapshot({u"a java"_s, u"javascript"_s, u"JÁVA"_s, u"java"_s, u"Qt"_s, u"Java 8"_s});
    const std::vector<NameMatch> expected = {{3, NameLikeness::Same},
                                             {2, NameLikeness::Folded},
                                             {1, NameLikeness::Begins},
                                             {5, NameLikeness::Begins},
                                             {0, NameLikeness::Holds}};
    QVERIFY(findNames(*tags, u"java"_s, 50, {}) == expected);
}

void TestFindNames::looksAtNamesAlone()
{
    QVERIFY(findNames(*snapshot({u"Qt"_s, u"C++"_s}), u"note"_s, 50, {}).empty());
}

void TestFindNames::keepsToTheLimit()
{
    const SnapshotPtr tags = snapshot({u"xa"_s, u"ax"_s, u"ay"_s, u"az"_s, u"a"_s});
    const std::vector<NameMatch> expected = {{4, NameLikeness::Same}, {1, NameLikeness::Begins}};
    QVERIFY(findNames(*tags, u"a"_s, 2, {}) == expected);
}

void TestFindNames::findsNothingForNothing()
{
    QVERIFY(findNames(*snapshot({u"a"_s, u""_s}), u""_s, 50, {}).empty());
    // An accent alone folds to nothing, but is a name as any other.
    const SnapshotPtr accents = snapshot({u"a"_s, u"\u0301"_s});
    const std::vector<NameMatch> expected = {{1, NameLikeness::Same}};
    QVERIFY(findNames(*accents, u"\u0301"_s, 50, {}) == expected);
}

void TestFindNames::stopsWhenCancelled()
{
    const CancelToken token;
    token.cancel();
    QVERIFY_THROWS_EXCEPTION(DatabaseError, findNames(*snapshot({u"a"_s}), u"a"_s, 50, token));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestFindNames)
#include "TestFindNames.moc"
