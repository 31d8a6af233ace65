// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "UsedTags.h"
#include "support/DatabaseTestCase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** history: listing, searching, one operation, forgetting, and how long to keep. */
class TestCliHistory : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void listAsJson();
    void listAsText();
    void emptyList();
    void limit();
    void filter_data();
    void filter();
    void vocabularies();
    void oneAsJson();
    void oneAsText();
    void rowsUpToLimit();
    void unknownOperation();
    void clear();
    void clearNothing();
    void retention();

private:
    /** Runs @p arguments, which have to succeed. */
    CliRun done(const QStringList &arguments);
    QJsonArray operations(const QStringList &arguments = {});
    /** The three operations that most cases look at. */
    void writeThree();

    const CliSandbox m_cli;
};

void TestCliHistory::init()
{
    DatabaseTestCase::init();
    createUsedTags(database());
    makeJournal(database());
}

CliRun TestCliHistory::done(const QStringList &arguments)
{
    const CliRun run = m_cli.runOn(database(), arguments);
    if (run.status != 0)
        QTest::qFail(run.report().constData(), __FILE__, __LINE__);
    return run;
}

QJsonArray TestCliHistory::operations(const QStringList &arguments)
{
    const CliRun run = done(QStringList{u"history"_s, u"--json"_s} + arguments);
    return run.json().value(u"operations"_s).toArray();
}

void TestCliHistory::writeThree()
{
    done({u"add"_s, u"Rust"_s, u"Go"_s});
    done({u"rename"_s, u"Python"_s, u"Python 3"_s});
    done({u"set"_s, u"Qt"_s, u"description=C++"_s});
}

void TestCliHistory::listAsJson()
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const CliRun add = done({u"add"_s, u"Rust"_s, u"Go"_s, u"--json"_s});
    done({u"set"_s, u"Qt"_s, u"description=C++"_s});
    const CliRun run = done({u"history"_s, u"--json"_s});
    const QJsonArray all = run.json().value(u"operations"_s).toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).toObject().value(u"kind"_s), QJsonValue(u"set"_s));
    const QJsonObject first = all.at(1).toObject();
    QCOMPARE(first.value(u"kind"_s), QJsonValue(u"add"_s));
    QCOMPARE(first.value(u"id"_s), add.json().value(u"operation"_s));
    QCOMPARE(first.value(u"number"_s).toInt(), all.at(0).toObject().value(u"number"_s).toInt() - 1);
    QCOMPARE(first.value(u"vocabulary"_s), QJsonValue(u"tags"_s));
    QVERIFY2(first.value(u"author"_s).toString().contains(u'@'), run.report());
    QVERIFY2(!first.value(u"summary"_s).toString().isEmpty(), run.report());
    QCOMPARE(first.value(u"rows"_s), QJsonValue(2));
    QVERIFY2(first.value(u"bytes"_s).toInt() > 0, run.report());
    QCOMPARE(first.value(u"undoes"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(first.value(u"undoneBy"_s), QJsonValue(QJsonValue::Null));
    const QString at = first.value(u"at"_s).toString();
    QVERIFY2(at.endsWith(u'Z'), run.report());
    const QDateTime time = QDateTime::fromString(at, Qt::ISODateWithMs);
    QVERIFY2(time >= before && time <= QDateTime::currentDateTimeUtc(), run.report());

    QCOMPARE(run.json().value(u"hasMore"_s), QJsonValue(false));
    const QJsonObject journal = run.json().value(u"journal"_s).toObject();
    QCOMPARE(journal.value(u"operations"_s), QJsonValue(2));
    QVERIFY2(journal.value(u"bytes"_s).toInt() > 0, run.report());
    const QJsonObject rule{{u"days"_s, 365}, {u"megabytes"_s, 1024}};
    QCOMPARE(run.json().value(u"retention"_s), QJsonValue(rule));
}

void TestCliHistory::listAsText()
{
    done({u"add"_s, u"Rust"_s});
    const CliRun undone = done({u"undo"_s});
    const QStringList lines = done({u"history"_s}).out.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).startsWith(u"No."_s) && lines.at(0).endsWith(u"Summary"_s),
             qPrintable(lines.at(0)));
    const QJsonArray all = operations();
    const auto number = [&all](int index) {
        return u'#' + QString::number(all.at(index).toObject().value(u"number"_s).toInt());
    };
    QVERIFY2(lines.at(1).startsWith(number(0)), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(1).endsWith(u" [undoes %1]"_s.arg(number(1))), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).startsWith(number(1)), qPrintable(lines.at(2)));
    QVERIFY2(lines.at(2).endsWith(u" [undone by %1]"_s.arg(number(0))), qPrintable(lines.at(2)));
    const QString today = QDateTime::currentDateTime().toString(u"yyyy-MM-"_s);
    QVERIFY2(lines.at(2).contains(today), qPrintable(lines.at(2)));
    QVERIFY2(lines.at(2).contains(all.at(1).toObject().value(u"summary"_s).toString()),
             qPrintable(lines.at(2)));
}

void TestCliHistory::emptyList()
{
    QCOMPARE(done({u"history"_s}).out, u"No operations.\n"_s);
    QCOMPARE(operations(), QJsonArray());
}

void TestCliHistory::limit()
{
    writeThree();
    const CliRun json = done({u"history"_s, u"--limit"_s, u"2"_s, u"--json"_s});
    QCOMPARE(json.json().value(u"operations"_s).toArray().size(), 2);
    QCOMPARE(json.json().value(u"hasMore"_s), QJsonValue(true));
    const CliRun text = done({u"history"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(text.out.count(u'\n'), 3);
    QVERIFY2(text.out.contains(u"--limit"_s), text.report());
}

void TestCliHistory::filter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("in the summary") << u"python 3"_s << QStringList{u"rename"_s};
    QTest::newRow("in the kind") << u"RENAME"_s << QStringList{u"rename"_s};
    QTest::newRow("in the author") << u"@"_s << QStringList{u"set"_s, u"rename"_s, u"add"_s};
    QTest::newRow("as it is written") << u"%"_s << QStringList();
    QTest::newRow("nowhere") << u"Cobol"_s << QStringList();
}

void TestCliHistory::filter()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, kinds);
    writeThree();
    QStringList found;
    const QJsonArray all = operations({u"--filter"_s, text});
    for (const QJsonValue &each : all)
        found << each.toObject().value(u"kind"_s).toString();
    QCOMPARE(found, kinds);
}

void TestCliHistory::vocabularies()
{
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) PRIMARY KEY)"_s);
    done({u"--vocabulary"_s, u"tags"_s, u"add"_s, u"Rust"_s});
    done({u"--vocabulary"_s, u"labels"_s, u"add"_s, u"urgent"_s});
    const auto names = [this](const QStringList &arguments) {
        QStringList found;
        const QJsonArray all = operations(arguments);
        for (const QJsonValue &each : all)
            found << each.toObject().value(u"vocabulary"_s).toString();
        return found;
    };
    QCOMPARE(names({u"--vocabulary"_s, u"labels"_s}), QStringList{u"labels"_s});
    QCOMPARE(names({u"--vocabulary"_s, u"tags"_s}), QStringList{u"tags"_s});
    QCOMPARE(names({u"--all"_s}), (QStringList{u"labels"_s, u"tags"_s}));
    const CliRun text = done({u"history"_s, u"--all"_s});
    QVERIFY2(text.out.contains(u"Vocabulary"_s) && text.out.contains(u"labels"_s), text.report());
}

void TestCliHistory::oneAsJson()
{
    writeThree();
    const QJsonObject entry = operations().at(0).toObject();
    const QString id = entry.value(u"id"_s).toString();
    const QString number = QString::number(entry.value(u"number"_s).toInt());
    for (const QString &name : {number, QString(u'#' + number), id, id.left(8)}) {
        const CliRun run = done({u"history"_s, name, u"--json"_s});
        QCOMPARE(run.json().value(u"operation"_s), QJsonValue(entry));
        QCOMPARE(run.json().value(u"leftOut"_s), QJsonValue(0));
        const QJsonArray changes = run.json().value(u"changes"_s).toArray();
        QCOMPARE(changes.size(), 1);
        const QJsonObject change = changes.at(0).toObject();
        QCOMPARE(change.value(u"table"_s), QJsonValue(u"tags"_s));
        QCOMPARE(change.value(u"key"_s), QJsonValue(QJsonObject{{u"tag_id"_s, u"Qt"_s}}));
        const QJsonObject before{{u"tag_id"_s, u"Qt"_s}, {u"description"_s, QJsonValue::Null}};
        const QJsonObject after{{u"tag_id"_s, u"Qt"_s}, {u"description"_s, u"C++"_s}};
        QCOMPARE(change.value(u"before"_s), QJsonValue(before));
        QCOMPARE(change.value(u"after"_s), QJsonValue(after));
    }
}

void TestCliHistory::oneAsText()
{
    done({u"set"_s, u"Qt"_s, u"description=C++"_s});
    done({u"delete"_s, u"Qt"_s});
    done({u"add"_s, u"Rust"_s, u"--set"_s, u"description=a\nb"_s});
    const auto shown = [this](int index) {
        const int number = operations().at(index).toObject().value(u"number"_s).toInt();
        return done({u"history"_s, QString::number(number)}).out;
    };
    const QString set = shown(2);
    QVERIFY2(set.startsWith(u'#'), qPrintable(set));
    QVERIFY2(set.endsWith(u"\n  tags, tag_id = \"Qt\": changed\n"
                          "    description: NULL -> \"C++\"\n"_s),
             qPrintable(set));
    const QString deleted = shown(1);
    QVERIFY2(deleted.endsWith(u"\n  tags, tag_id = \"Qt\": deleted\n    description: \"C++\"\n"_s),
             qPrintable(deleted));
    const QString added = shown(0);
    QVERIFY2(
        added.endsWith(u"\n  tags, tag_id = \"Rust\": inserted\n    description: \"a\\nb\"\n"_s),
        qPrintable(added));
}

void TestCliHistory::rowsUpToLimit()
{
    done({u"add"_s, u"a"_s, u"b"_s, u"c"_s});
    const QString id = operations().at(0).toObject().value(u"id"_s).toString();
    const CliRun json = done({u"history"_s, id, u"--limit"_s, u"1"_s, u"--json"_s});
    QCOMPARE(json.json().value(u"changes"_s).toArray().size(), 1);
    QCOMPARE(json.json().value(u"leftOut"_s), QJsonValue(2));
    const CliRun text = done({u"history"_s, id, u"--limit"_s, u"1"_s});
    QVERIFY2(text.out.endsWith(u"  and 2 rows more; --limit shows more\n"_s), text.report());
}

void TestCliHistory::unknownOperation()
{
    writeThree();
    for (const QString &name : {u"9999"_s, u"ffffffff-dead-beef"_s}) {
        const CliRun run = m_cli.runOn(database(), {u"history"_s, name, u"--json"_s});
        COMPARE_STATUS(run, 1);
        QCOMPARE(run.errorKind(), u"missing"_s);
        QVERIFY2(run.hasOneSentence() && run.err.contains(name), run.report());
    }
}

void TestCliHistory::clear()
{
    writeThree();
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
    const CliRun shown =
        done({u"history"_s, u"--clear-before"_s, tomorrow, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(shown.json().value(u"forgotten"_s), QJsonValue(3));
    QCOMPARE(shown.json().value(u"dryRun"_s), QJsonValue(true));
    QVERIFY2(shown.json().value(u"before"_s).toString().endsWith(u'Z'), shown.report());
    QCOMPARE(operations().size(), 3);

    const CliRun cleared = done({u"history"_s, u"--clear-before"_s, tomorrow});
    QVERIFY2(cleared.out.startsWith(u"Forgot 3 operations before %1 00:00; "_s.arg(tomorrow)),
             cleared.report());
    QCOMPARE(operations(), QJsonArray());
    COMPARE_STATUS(m_cli.runOn(database(), {u"undo"_s}), 1);
    QVERIFY(database().tags().contains(u"Rust"_s));
}

void TestCliHistory::clearNothing()
{
    writeThree();
    const QString hourAgo =
        QDateTime::currentDateTimeUtc().addSecs(-3600).toString(Qt::ISODateWithMs);
    for (const QStringList &dry : {QStringList{u"--dry-run"_s}, QStringList()}) {
        const CliRun run =
            done(QStringList{u"history"_s, u"--clear-before"_s, hourAgo, u"--json"_s} + dry);
        QCOMPARE(run.json().value(u"forgotten"_s), QJsonValue(0));
        QCOMPARE(run.json().value(u"before"_s), QJsonValue(hourAgo));
    }
    QCOMPARE(operations().size(), 3);
}

void TestCliHistory::retention()
{
    const auto stored = [this] {
        return done({u"history"_s, u"--json"_s}).json().value(u"retention"_s);
    };
    const CliRun dry = done({u"history"_s, u"--keep-days"_s, u"30"_s, u"--dry-run"_s});
    QCOMPARE(dry.out, u"The journal keeps operations for 30 days, up to 1,024 MB in all then; "
                      "nothing was changed.\n"_s);
    QCOMPARE(stored(), QJsonValue(QJsonObject{{u"days"_s, 365}, {u"megabytes"_s, 1024}}));

    const CliRun days = done({u"history"_s, u"--keep-days"_s, u"30"_s});
    QCOMPARE(days.out, u"The journal keeps operations for 30 days, up to 1,024 MB in all.\n"_s);
    QCOMPARE(stored(), QJsonValue(QJsonObject{{u"days"_s, 30}, {u"megabytes"_s, 1024}}));

    const CliRun both =
        done({u"history"_s, u"--keep-days"_s, u"0"_s, u"--keep-megabytes"_s, u"0"_s, u"--json"_s});
    const QJsonObject unlimited{{u"days"_s, 0}, {u"megabytes"_s, 0}};
    QCOMPARE(both.json().value(u"retention"_s), QJsonValue(unlimited));
    QCOMPARE(stored(), QJsonValue(unlimited));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliHistory)
#include "TestCliHistory.moc"
