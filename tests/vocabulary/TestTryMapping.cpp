// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TryMapping.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A mapping is tried with counts that tell whether it is right. */
class TestTryMapping : public DatabaseTestCase
{
    Q_OBJECT

private:
    /** Three tags, of which two are called alike; four taggings, one of them of no tag. */
    void createShop()
    {
        database().execute(
            u"CREATE TABLE labels (id INTEGER NOT NULL PRIMARY KEY, "
            "kind VARCHAR(10) NOT NULL, title VARCHAR(40) NOT NULL, uses INTEGER)"_s);
        database().execute(
            u"INSERT INTO labels VALUES (1, 'tag', 'red', 2), (2, 'tag', 'blue', 5), "
            "(3, 'tag', 'red', 0), (4, 'brand', 'acme', 1)"_s);
        database().execute(u"CREATE TABLE items (id INTEGER NOT NULL PRIMARY KEY, "
                           "state VARCHAR(10) NOT NULL)"_s);
        database().execute(u"INSERT INTO items VALUES (1, 'live'), (2, 'live'), (3, 'draft')"_s);
        database().execute(u"CREATE TABLE item_labels (item_id INTEGER NOT NULL, "
                           "label_id INTEGER NOT NULL, PRIMARY KEY (item_id, label_id))"_s);
        database().execute(
            u"INSERT INTO item_labels VALUES (1, 1), (2, 1), (3, 1), (1, 2), (1, 4)"_s);
    }

    static VocabularyMapping shopMapping()
    {
        VocabularyMapping mapping;
        mapping.name = u"labels"_s;
        mapping.preset = u"table"_s;
        mapping.table = u"labels"_s;
        mapping.keyName = u"id"_s;
        mapping.nameName = u"title"_s;
        mapping.scope = {{u"kind"_s, u"tag"_s}};
        Reference reference;
        reference.table = u"item_labels"_s;
        reference.column = u"label_id"_s;
        mapping.references = {reference};
        Counter counter;
        counter.column = u"uses"_s;
        counter.referenceTable = u"item_labels"_s;
        counter.referenceColumn = u"label_id"_s;
        counter.objectTable = u"items"_s;
        counter.objectKey = u"id"_s;
        counter.linkColumn = u"item_id"_s;
        counter.objectWhere = {{u"state"_s, u"live"_s}};
        mapping.counters = {counter};
        return mapping;
    }

    MappingTrial tried(const VocabularyMapping &mapping)
    {
        ScopedConnection connection(database().profile());
        return tryMapping(connection, mapping);
    }

private slots:
    void countsWhatItFinds()
    {
        createShop();
        const MappingTrial trial = tried(shopMapping());
        QCOMPARE(trial.tags, 3);
        QCOMPARE(trial.equalNames, 2);
        QCOMPARE(trial.sampleNames, (QStringList{u"red"_s, u"blue"_s, u"red"_s}));
        QCOMPARE(trial.references.size(), 1U);
        QCOMPARE(trial.references.front().title, u"item_labels.label_id"_s);
        QCOMPARE(trial.references.front().taggings, 4);
        QCOMPARE(trial.references.front().dangling, 1); // the brand's
        QCOMPARE(trial.counters.size(), 1U);
        QCOMPARE(trial.counters.front().right, 2); // the draft does not count
        QCOMPARE(trial.counters.front().wrong, 1);
    }

    void namesWhatIsMissing()
    {
        createShop();
        VocabularyMapping mapping = shopMapping();
        mapping.references.front().column = u"tag_no"_s;
        const auto error = errorOf([&] { tried(mapping); });
        COMPARE_KIND(error, ErrorKind::Missing);
        QVERIFY2(error->message.contains("item_labels"_L1) && error->message.contains("tag_no"_L1),
                 qPrintable(error->message));
    }

    void listsEveryTableWithItsColumns()
    {
        createShop();
        ScopedConnection connection(database().profile());
        const auto tables = listTables(connection);
        QCOMPARE(tables.size(), 3U);
        QCOMPARE(tables.front().name, u"item_labels"_s);
        QCOMPARE(tables.front().columns, (QStringList{u"item_id"_s, u"label_id"_s}));
    }
};

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTryMapping)
#include "TestTryMapping.moc"
