// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "repository/TagRepository.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"
#include "support/MakeJournal.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** An import that changes nothing is nothing that could be taken back. */
class TestImportWithoutChange : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void leavesNoEntry_data();
    void leavesNoEntry();
};

void TestImportWithoutChange::leavesNoEntry_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("unchanged") << "tag_id,note\na,x\n"_ba;
    QTest::newRow("skipped") << "tag_id,note\na,y\n"_ba;
    QTest::newRow("rejected") << "tag_id,note\n\"\",y\n"_ba;
    QTest::newRow("nothing but the header") << "tag_id,note\n"_ba;
    QTest::newRow("actions") << "action,name,target\nrename,nobody,b\n"_ba;
}

void TestImportWithoutChange::leavesNoEntry()
{
    QFETCH(const QByteArray, data);
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note TEXT)"_s);
    makeJournal(database().profile());
    const TagSource source = *answerOf(repository.open(database().profile(), {}));
    ImportRequest request;
    request.source.format = FileFormat::Csv;
    request.source.data = "tag_id,note\na,x\n"_ba;
    const auto first = answerOf(repository.importTags(source, request));
    VERIFY_OK(first);
    request.source.data = data;
    const auto second = answerOf(repository.importTags(source, request));
    VERIFY_OK(second);
    QCOMPARE(second->operation, QString());
    const auto history = answerOf(repository.history(database().profile(), {}));
    VERIFY_OK(history);
    QCOMPARE(history->entries.size(), size_t(1));
    QCOMPARE(history->entries.front().id, first->operation);
    // The newest one is the first, and is taken back.
    VERIFY_OK(answerOf(repository.undo(source, {})));
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportWithoutChange)
#include "TestImportWithoutChange.moc"
