// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/LoadTags.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/WriteRules.h"
#include "vocabulary/presets/ActsAsTaggableOnFixture.h"
#include "vocabulary/presets/CalibreFixture.h"
#include "vocabulary/presets/DigikamFixture.h"
#include "vocabulary/presets/DjangoTaggitFixture.h"
#include "vocabulary/presets/DrupalFixture.h"
#include "vocabulary/presets/FlarumFixture.h"
#include "vocabulary/presets/MediaWikiFixture.h"
#include "vocabulary/presets/MinimalFixture.h"
#include "vocabulary/presets/NextcloudFixture.h"
#include "vocabulary/presets/SpatieFixture.h"
#include "vocabulary/presets/WordPressFixture.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Every kind of operation in every known application leaves no trace once it is taken back. */
class TestUndoOfPresets : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void leavesNoTrace_data();
    void leavesNoTrace();
    void keepsLaterTaggings_data();
    void keepsLaterTaggings();
    void aNestedSetIsUndoneAsAWhole();
};

namespace
{

struct Application
{
    QString preset;
    std::function<void(const TestDatabase &)> load;
};

std::vector<Application> applications()
{
    using D = TestDatabase;
    std::vector<Application> all{
        {u"minimal"_s, [](const D &database) { test::loadMinimal(database); }},
        {u"django-taggit"_s, [](const D &database) { test::loadDjangoTaggit(database); }},
        {u"acts-as-taggable-on"_s, [](const D &database) { test::loadActsAsTaggableOn(database); }},
        {u"wordpress"_s, [](const D &database) { test::loadWordPress(database); }},
        {u"mediawiki"_s, [](const D &database) { test::loadMediaWiki(database); }},
        {u"flarum"_s, [](const D &database) { test::loadFlarum(database); }},
        {u"spatie-laravel-tags"_s, [](const D &database) { test::loadSpatie(database); }},
        {u"nextcloud"_s, [](const D &database) { test::loadNextcloud(database); }},
        {u"drupal"_s, [](const D &database) { test::loadDrupal(database); }},
    };
    if (!TestDatabase::isMariaDb())
        all.push_back({u"calibre"_s, [](const D &database) { test::loadCalibre(database); }});
    const QStringList digikam = test::digikamPresets();
    for (const QString &preset : digikam) {
        all.push_back(
            {preset, [preset](const D &database) { test::loadDigikam(database, preset); }});
    }
    return all;
}

/** A vocabulary with enough tags, as the operations find it. */
struct Subject
{
    const TestDatabase &database;
    QString name;
    Vocabulary vocabulary;
    SnapshotPtr tags;

    /** The key of a tag; @p part from 0 to 1 says where in the order of the keys. */
    QString key(double part) const { return tags->key(row(part)); }
    int row(double part) const { return static_cast<int>(part * (tags->rowCount() - 1)); }

    template <class Request, class Operation>
    Receipt run(const QString &kind, Request request, const Operation &operation) const
    {
        return test::doneUndoneRedone(database, test::vocabularyCalled(name), kind,
                                      [&](ScopedConnection &connection, const Vocabulary &found) {
                                          return operation(connection, found, request);
                                      });
    }

    bool isAccepted(const SetRequest &request) const
    {
        ScopedConnection connection(database.profile());
        const Transaction transaction(connection, Transaction::Mode::Write);
        try {
            setTag(connection, vocabulary, request);
        } catch (const DatabaseError &) {
            return false;
        }
        return true;
    }

    /** New values for every column of a tag that takes one. */
    std::vector<ColumnValue> newValues(const QString &key) const
    {
        std::vector<ColumnValue> values;
        for (int i = 0; i < static_cast<int>(vocabulary.columns.size()); ++i) {
            const Column &column = vocabulary.columns[static_cast<size_t>(i)];
            const QString text = column.type == ColumnType::Text       ? u"näu"_s
                                 : column.type == ColumnType::DateTime ? u"2024-02-29 12:34:56"_s
                                                                       : u"1"_s;
            const ColumnValue value{column.name, text};
            if (!column.computed && !whyNotSettable(vocabulary, i) &&
                isAccepted({key, {value}, false, TagAddress::Key}))
                values.push_back(value);
        }
        return values;
    }
};

std::vector<Subject> subjects(const TestDatabase &database, const QString &preset)
{
    ScopedConnection connection(database.profile());
    const Transaction transaction(connection, Transaction::Mode::Read);
    std::vector<Subject> all;
    const std::vector<Vocabulary> found = findVocabularies(connection);
    for (const Vocabulary &vocabulary : found) {
        if (vocabulary.preset != preset)
            continue;
        const SnapshotPtr tags = loadTags(connection, vocabulary, [](const SnapshotPtr &) {});
        if (tags->rowCount() >= 12)
            all.push_back({database, vocabulary.name, vocabulary, tags});
    }
    return all;
}

/** `name` and each settable column as a file, with one tag that is there and one that is not. */
QString fileOf(const Subject &subject, const std::vector<ColumnValue> &values)
{
    QStringList header{subject.vocabulary.nameField().name};
    QStringList cells;
    for (const ColumnValue &value : values) {
        if (value.column == subject.vocabulary.slugColumn)
            continue;
        header << value.column;
        cells << value.value.value_or(QString());
    }
    const int row = subject.tags->rowCount() / 2;
    QString file = header.join(u',') + u'\n';
    for (const QString &name : {subject.tags->name(row), u"imported"_s, u"imported too"_s})
        file += (QStringList{name} + cells).join(u',') + u'\n';
    return file;
}

/** What a new tag must have besides its name. */
std::vector<ColumnValue> requiredValues(const Subject &subject)
{
    std::vector<ColumnValue> values = subject.newValues(subject.key(0.5));
    std::erase_if(values, [&subject](const ColumnValue &value) {
        const Vocabulary &vocabulary = subject.vocabulary;
        const int column = vocabulary.indexOf(value.column); // each tag has a slug of its own
        return !vocabulary.columns[static_cast<size_t>(column)].isRequired() ||
               value.column == vocabulary.slugColumn;
    });
    return values;
}

void add(const Subject &subject)
{
    if (!subject.vocabulary.noAdding.isEmpty())
        return;
    const AddRequest request{{u"added"_s, u"ædded"_s}, requiredValues(subject)};
    QCOMPARE(subject.run(u"add"_s, request, addTags).tags, 2);
}

void set(const Subject &subject)
{
    const QString key = subject.key(0.5);
    const std::vector<ColumnValue> values = subject.newValues(key);
    if (values.empty())
        return;
    QCOMPARE(subject.run(u"set"_s, SetRequest{key, values, false, TagAddress::Key}, setTag).tags,
             1);
}

void rename(const Subject &subject)
{
    const bool hasSlug = !subject.vocabulary.slugColumn.isEmpty();
    const RenameRequest request{subject.key(0.5), u"Renamed"_s, false, TagAddress::Key, hasSlug};
    QCOMPARE(subject.run(u"rename"_s, request, renameTag).tags, 1);
}

void merge(const Subject &subject)
{
    const MergeRequest request{
        {subject.key(0.2), subject.key(0.4)}, subject.key(0.6), false, TagAddress::Key};
    QCOMPARE(subject.run(u"merge"_s, request, mergeTags).tags, 2);
}

void remove(const Subject &subject)
{
    const DeleteRequest request{{subject.key(0.2), subject.key(0.4)}, true, false, TagAddress::Key};
    QCOMPARE(subject.run(u"delete"_s, request, deleteTags).tags, 2);
}

void import(const Subject &subject)
{
    if (!subject.vocabulary.noAdding.isEmpty())
        return;
    const QString file = fileOf(subject, subject.newValues(subject.key(0.5)));
    const ImportAccount account = test::doneUndoneRedone(
        subject.database, test::vocabularyCalled(subject.name), u"import"_s,
        [&file](ScopedConnection &connection, const Vocabulary &found) {
            return importTags(connection, found,
                              test::importOf(file, FileFormat::Csv, OnExisting::Update),
                              [](const Progress &) {});
        });
    QVERIFY2(account.inserted + account.updated > 0, qPrintable(test::countsOf(account)));
}

/** Of the tags whose names are as they stand in a file, some; each is of one kind of action. */
void runSheet(const Subject &subject)
{
    const auto name = [&subject](double part) {
        return u'"' + subject.tags->name(subject.row(part)) + u'"';
    };
    const QString sheet = u"action,name,target\nmerge,%1,%2\nrename,%3,Renamed\ndelete,%4,\n"
                          "merge,Renamed,%2\n"_s.arg(name(0.2), name(0.6), name(0.4), name(0.8));
    ImportRequest request = test::importOf(sheet);
    request.withTaggings = true;
    const ImportAccount account = test::doneUndoneRedone(
        subject.database, test::vocabularyCalled(subject.name), u"import"_s,
        [&request](ScopedConnection &connection, const Vocabulary &found) {
            return importTags(connection, found, request, [](const Progress &) {});
        });
    QVERIFY2(account.renamed + account.merged + account.deleted > 0,
             qPrintable(test::countsOf(account)));
}

using Change = void (*)(const Subject &);
constexpr std::array<std::pair<const char *, Change>, 7> changes{{{"add", add},
                                                                  {"set", set},
                                                                  {"rename", rename},
                                                                  {"merge", merge},
                                                                  {"delete", remove},
                                                                  {"import", import},
                                                                  {"sheet", runSheet}}};

void eachApplication()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<std::function<void(const TestDatabase &)>>("load");
    const std::vector<Application> all = applications();
    for (const Application &application : all)
        QTest::newRow(qPrintable(application.preset)) << application.preset << application.load;
}

} // namespace

void TestUndoOfPresets::leavesNoTrace_data()
{
    eachApplication();
}

void TestUndoOfPresets::leavesNoTrace()
{
    QFETCH(const QString, preset);
    QFETCH(const std::function<void(const TestDatabase &)>, load);
    load(database());
    for (const auto &[kind, change] : changes) {
        const std::vector<Subject> found = subjects(database(), preset);
        QVERIFY(!found.empty());
        for (const Subject &subject : found) {
            const auto error = errorOf([&, make = change] { make(subject); });
            QVERIFY2(!error,
                     error ? qPrintable(QLatin1StringView(kind) + u": "_s + error->message) : "");
            if (QTest::currentTestFailed()) {
                qInfo("This was a %s in %s.", kind, qPrintable(subject.name));
                return;
            }
        }
    }
}

void TestUndoOfPresets::keepsLaterTaggings_data()
{
    eachApplication();
}

/** Neither foreign keys nor triggers of the application may take them away with an added tag. */
void TestUndoOfPresets::keepsLaterTaggings()
{
    QFETCH(const QString, preset);
    QFETCH(const std::function<void(const TestDatabase &)>, load);
    load(database());
    test::needJournal(database());
    const std::vector<Subject> found = subjects(database(), preset);
    for (const Subject &subject : found) {
        if (!subject.vocabulary.noAdding.isEmpty())
            continue;
        const auto find = test::vocabularyCalled(subject.name);
        const QString added = test::newOperationId();
        const AddRequest add{{u"added"_s}, requiredValues(subject)};
        const MergeRequest merge{{subject.tags->name(subject.row(0.2))}, u"added"_s};
        const auto failure = errorOf([&] {
            test::journaled(database(), find, u"add"_s, added,
                            [&add](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                return addTags(connection, vocabulary, add);
                            });
            test::journaled(database(), find, u"merge"_s, test::newOperationId(),
                            [&merge](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                return mergeTags(connection, vocabulary, merge);
                            });
        });
        QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
        const QStringList before = test::contentsOf(database());
        const auto error = errorOf([&] { test::undo(database(), find, added); });
        QCOMPARE(test::contentsOf(database()), before);
        COMPARE_KIND(error, ErrorKind::Conflict);
        QVERIFY(error->conflicts && !error->conflicts->empty());
    }
}

/** Two deletes number it anew; the first alone can be taken back neither as a whole nor in part. */
void TestUndoOfPresets::aNestedSetIsUndoneAsAWhole()
{
    const QString preset = u"digikam-mysql-nested"_s;
    if (!isMariaDb())
        return; // digiKam keeps one on MySQL only
    test::loadDigikam(database(), preset);
    test::needJournal(database());
    const QStringList before = test::contentsOf(database());
    const Subject subject = subjects(database(), preset).front();
    const auto find = test::vocabularyCalled(subject.name);
    QStringList deleted;
    for (const double part : {0.4, 0.2}) {
        deleted << test::newOperationId();
        const DeleteRequest request{{subject.key(part)}, true, false, TagAddress::Key};
        test::journaled(database(), find, u"delete"_s, deleted.constLast(),
                        [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                            return deleteTags(connection, vocabulary, request);
                        });
    }
    const QStringList between = test::contentsOf(database());
    const auto stopped = errorOf([&] { test::undo(database(), find, deleted.at(0)); });
    COMPARE_KIND(stopped, ErrorKind::Conflict);
    QVERIFY(stopped->conflicts && !stopped->conflicts->empty());
    QCOMPARE(test::contentsOf(database()), between);
    const auto skipped = errorOf([&] {
        test::undo(database(), find, UndoRequest{deleted.at(0), OnConflict::Skip},
                   test::newOperationId());
    });
    COMPARE_KIND(skipped, ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), between);
    test::undo(database(), find, deleted.at(1));
    test::undo(database(), find, deleted.at(0));
    QCOMPARE(test::contentsOf(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoOfPresets)
#include "TestUndoOfPresets.moc"
