// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "repository/TagRepository.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/**
 * The scenario that this project grew out of: one case creates the tags Python and FastAPI, another
 * reads exactly these two back; each with its own event loop, its own executor and its own test_db,
 * whichever comes first, in one process or in two.
 */
class TestStory : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void createsTheTags();
    void readsTheTagsBack();
    void createsTheTagsOnceMore();
    void theSameTwiceStaysTwo();
    void anyOrderAndEachInAProcessOfItsOwn_data();
    void anyOrderAndEachInAProcessOfItsOwn();

private:
    /** What one case has for itself. */
    struct Story
    {
        DatabaseExecutor executor;
        TagRepository repository{executor};
    };

    static ImportRequest pythonAndFastApi();
    /** Makes the default table and the journal, and opens it. */
    static Result<TagSource> newVocabulary(Story &story, const Profile &profile);
};

ImportRequest TestStory::pythonAndFastApi()
{
    ImportRequest request;
    request.source.data = R"({"tags":[{"tag_id":"Python"},{"tag_id":"FastAPI"}]})";
    request.onExisting = OnExisting::Update;
    return request;
}

Result<TagSource> TestStory::newVocabulary(Story &story, const Profile &profile)
{
    for (const Result<Receipt> &made : {answerOf(story.repository.createVocabulary(profile)),
                                        answerOf(story.repository.createJournal(profile))}) {
        if (!made)
            return made.error();
    }
    return answerOf(story.repository.open(profile));
}

void TestStory::createsTheTags()
{
    Story story;
    const Result<TagSource> source = newVocabulary(story, database().profile());
    VERIFY_OK(source);
    const AddRequest request{{u"Python"_s, u"FastAPI"_s}, {}, false};
    const Result<Receipt> receipt = answerOf(story.repository.add(*source, request));
    VERIFY_OK(receipt);
    QCOMPARE(receipt->tags, 2);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestStory::readsTheTagsBack()
{
    Story story;
    const Result<TagSource> source = newVocabulary(story, database().profile());
    VERIFY_OK(source);
    QCOMPARE(database().tags(), QStringList()); // nothing of another case
    const auto account = answerOf(story.repository.importTags(*source, pythonAndFastApi()));
    VERIFY_OK(account);
    QCOMPARE(account->inserted, 2);

    const Result<SnapshotPtr> loaded = answerOf(story.repository.load(*source));
    VERIFY_OK(loaded);
    const SnapshotPtr &snapshot = *loaded;
    QCOMPARE(snapshot->rowCount(), 2);
    QStringList names = {snapshot->name(0), snapshot->name(1)};
    names.sort();
    QCOMPARE(names, (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestStory::createsTheTagsOnceMore()
{
    createsTheTags(); // also after the case that reads
}

void TestStory::theSameTwiceStaysTwo()
{
    Story story;
    const Result<TagSource> source = newVocabulary(story, database().profile());
    VERIFY_OK(source);
    for (const qint64 inserted : {2, 0, 0}) {
        const auto account = answerOf(story.repository.importTags(*source, pythonAndFastApi()));
        VERIFY_OK(account);
        QVERIFY(account->balances());
        QCOMPARE(account->read, 2);
        QCOMPARE(account->inserted, inserted);
        QCOMPARE(account->unchanged, 2 - inserted);
        QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
    }
}

void TestStory::anyOrderAndEachInAProcessOfItsOwn_data()
{
    const QString creates = u"createsTheTags"_s;
    const QString reads = u"readsTheTagsBack"_s;
    QTest::addColumn<QStringList>("cases");
    QTest::newRow("create, read") << QStringList{creates, reads};
    QTest::newRow("read, create") << QStringList{reads, creates};
    QTest::newRow("create alone") << QStringList{creates};
    QTest::newRow("read alone") << QStringList{reads};
    QTest::newRow("again and again") << QStringList{reads, creates, creates, reads, reads, creates};
}

void TestStory::anyOrderAndEachInAProcessOfItsOwn()
{
    QFETCH(const QStringList, cases);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), cases);
    QVERIFY(process.waitForFinished(-1));
    const QByteArray output = process.readAll();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
             output.constData());
    for (const QString &name : cases)
        QVERIFY2(output.contains("PASS   : tagsmith::TestStory::" + name.toLatin1()), output);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestStory)
#include "TestStory.moc"
