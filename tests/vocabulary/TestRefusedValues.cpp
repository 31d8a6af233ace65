// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/ImportLines.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A value that the database itself refuses is named with its column, wherever it is told of. */
class TestRefusedValues : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void anInsert();
    void anUpdate();
    void aMissingValue();
    void whatOnlyMariaDbRefuses();
    void anAction();
    void aCheckWithoutAColumn();

private:
    /** The last line that is told of, "column: reason". */
    QString refusal(const QString &file, OnExisting onExisting = OnExisting::Skip);

    QTemporaryDir m_folder;
};

QString TestRefusedValues::refusal(const QString &file, OnExisting onExisting)
{
    ImportRequest request = test::importOf(file, FileFormat::Csv, onExisting);
    request.keepLines = true;
    request.rejectsPath = m_folder.filePath(u"rejects.csv"_s);
    request.reportPath = m_folder.filePath(u"report.csv"_s);
    const auto account = test::import(database(), request);
    if (account.rejected != 1)
        return test::countsOf(account);
    const ImportLine line = account.lines->at(account.lines->count() - 1);
    const auto holds = [](const QString &path, const QString &text) {
        QFile opened(path);
        return opened.open(QIODevice::ReadOnly) &&
               QString::fromUtf8(opened.readAll())
                   .contains(QString(text).replace(u"\""_s, u"\"\""_s));
    };
    if (account.rejections.front().reason != line.reason)
        return u"the account says "_s + account.rejections.front().reason;
    if (!holds(request.rejectsPath, line.reason) || !holds(request.reportPath, line.reason))
        return u"a file does not say "_s + line.reason;
    if (!line.column.isEmpty() && !holds(request.reportPath, u',' + line.column + u','))
        return u"the report does not name "_s + line.column;
    return line.column + u": "_s + line.reason;
}

void TestRefusedValues::anInsert()
{
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20), code INTEGER UNIQUE"_s);
    database().execute(u"INSERT INTO tags VALUES ('old', NULL, 7)"_s);
    const QString found = refusal(u"code,tag_id\n1,a\n7,b\n"_s);
    QVERIFY2(found.startsWith(u"code: “7” exists already in code, where each may stand once ("_s),
             qPrintable(found));
}

void TestRefusedValues::anUpdate()
{
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20), code INTEGER UNIQUE"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', NULL, 1), ('b', NULL, 2)"_s);
    const QString found = refusal(u"tag_id,code\na,2\n"_s, OnExisting::Update);
    QVERIFY2(found.startsWith(u"code: “2” exists already in code, where each may stand once ("_s),
             qPrintable(found));
}

void TestRefusedValues::aMissingValue()
{
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20) NOT NULL"_s);
    QCOMPARE(refusal(u"tag_id,note\na,x\nb,\n"_s), u"note: note needs a value; give one."_s);
    // Not mapped, so that no value of the file is to blame.
    const QString found = refusal(u"tag_id\nc\n"_s);
    QVERIFY2(found.startsWith(u": "_s) && found.contains(u"note"_s), qPrintable(found));
}

void TestRefusedValues::whatOnlyMariaDbRefuses()
{
    if (!isMariaDb())
        return; // SQLite stores all of these
    test::createTags(database(), test::bytewise(),
                     u", note VARCHAR(20) CHARACTER SET latin1, uses TINYINT, day DATE, "
                     "level INTEGER CHECK (level > 0)"_s);
    const auto begins = [this](const QString &file, const QString &expected) {
        const QString found = refusal(file);
        QVERIFY2(found.startsWith(expected), qPrintable(found));
        QVERIFY2(!found.contains(u"at row"_s), qPrintable(found));
    };
    begins(u"tag_id,note\na,x\nb,日本\n"_s, u"note: “日本” cannot be stored in note ("_s);
    begins(u"tag_id,uses\nc,1\nd,300\n"_s, u"uses: “300” does not fit uses ("_s);
    begins(u"tag_id,day\ne,2026-01-01\nf,2026-02-31\n"_s, u"day: “2026-02-31” "_s);
    begins(u"tag_id,level\ng,1\nh,-1\n"_s,
           u"level: A check of the database forbids “-1” in level ("_s);
}

void TestRefusedValues::anAction()
{
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20), code INTEGER UNIQUE"_s);
    database().execute(u"INSERT INTO tags VALUES ('old', NULL, 7)"_s);
    const QString found = refusal(u"action,name,code\nadd,a,1\nset,a,7\n"_s);
    QVERIFY2(found.startsWith(u"code: “7” exists already in code, "_s), qPrintable(found));
}

void TestRefusedValues::aCheckWithoutAColumn()
{
    test::createTags(database(), test::bytewise(),
                     u", low INTEGER, high INTEGER, CONSTRAINT ordered CHECK (low < high)"_s);
    const QString found = refusal(u"tag_id,low,high\na,2,1\n"_s);
    QVERIFY2(found.startsWith(u": "_s) && found.contains(u"ordered"_s), qPrintable(found));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRefusedValues)
#include "TestRefusedValues.moc"
