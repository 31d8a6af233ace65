// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "UsedTags.h"
#include "support/DatabaseTestCase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** undo: of everything, of older operations, of undos, and where rows have changed since. */
class TestCliUndo : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void everyKind_data();
    void everyKind();
    void answers();
    void oneAfterAnother();
    void olderOne();
    void redo();
    void dryRun();
    void twice();
    void nothingToUndo();
    void otherVocabulary();
    void conflictAsJson();
    void conflictAsText();
    void conflictWithDeletedRow();
    void manyConflicts();
    void skipConflicts();

private:
    /** Runs @p arguments, which have to succeed. */
    CliRun done(const QStringList &arguments);
    CliRun run(const QStringList &arguments) { return m_cli.runOn(database(), arguments); }
    QStringList state() { return usedTagsState(database()); }
    /** The number of the newest operation. */
    QString newest();

    const CliSandbox m_cli;
};

void TestCliUndo::init()
{
    DatabaseTestCase::init();
    createUsedTags(database());
    makeJournal(database());
}

CliRun TestCliUndo::done(const QStringList &arguments)
{
    const CliRun run = m_cli.runOn(database(), arguments);
    if (run.status != 0)
        QTest::qFail(run.report().constData(), __FILE__, __LINE__);
    return run;
}

QString TestCliUndo::newest()
{
    const CliRun run = done({u"history"_s, u"--all"_s, u"--limit"_s, u"1"_s, u"--json"_s});
    const QJsonObject entry = run.json().value(u"operations"_s).toArray().at(0).toObject();
    return QString::number(entry.value(u"number"_s).toInt());
}

void TestCliUndo::everyKind_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("add") << QStringList{u"add"_s, u"Rust"_s, u"Go"_s};
    QTest::newRow("set") << QStringList{u"set"_s, u"Qt"_s, u"description=x"_s};
    QTest::newRow("rename") << QStringList{u"rename"_s, u"Python"_s, u"Py"_s};
    QTest::newRow("merge") << QStringList{u"merge"_s, u"Python"_s, u"--into"_s, u"FastAPI"_s};
    QTest::newRow("delete") << QStringList{u"delete"_s, u"Python"_s, u"--with-taggings"_s};
    QTest::newRow("import") << QStringList{
        u"import"_s, m_cli.write(u"t.csv"_s, "tag_id,description\nQt,x\nRust,y\n"),
        u"--on-existing"_s, u"update"_s};
}

void TestCliUndo::everyKind()
{
    QFETCH(const QStringList, arguments);
    const QStringList before = state();
    const CliRun write = done(arguments + QStringList{u"--json"_s});
    const QString id = write.json().value(u"operation"_s).toString();
    QCOMPARE(id.size(), 36);
    const QStringList after = state();
    QVERIFY(after != before);

    const CliRun undo = done({u"undo"_s, u"--json"_s});
    QCOMPARE(undo.json().value(u"kind"_s), QJsonValue(u"undo"_s));
    QCOMPARE(undo.json().value(u"undoes"_s), QJsonValue(id));
    QCOMPARE(undo.json().value(u"operation"_s).toString().size(), 36);
    QVERIFY2(undo.json().value(u"rows"_s).toInt() > 0, undo.report());
    QCOMPARE(undo.json().value(u"skipped"_s), QJsonValue(QJsonArray()));
    QCOMPARE(state(), before);

    const CliRun redo = done({u"undo"_s, undo.json().value(u"operation"_s).toString()});
    QVERIFY2(redo.out.startsWith(u"Redid: "_s), redo.report());
    QCOMPARE(state(), after);
}

void TestCliUndo::answers()
{
    done({u"rename"_s, u"Python"_s, u"Py"_s});
    const CliRun text = done({u"undo"_s});
    QVERIFY2(text.out.startsWith(u"Undid: Renamed “Python” to “Py”.\n  5 rows put back\n"_s),
             text.report());
    QVERIFY2(text.err.isEmpty(), text.report());
}

void TestCliUndo::oneAfterAnother()
{
    const QStringList before = state();
    done({u"add"_s, u"Rust"_s});
    const QStringList between = state();
    done({u"delete"_s, u"Qt"_s});
    done({u"undo"_s});
    QCOMPARE(state(), between);
    done({u"undo"_s});
    QCOMPARE(state(), before);
    COMPARE_STATUS(run({u"undo"_s}), 1);
}

void TestCliUndo::olderOne()
{
    done({u"rename"_s, u"Python"_s, u"Py"_s});
    const QString older = newest();
    done({u"add"_s, u"Rust"_s});
    done({u"undo"_s, u'#' + older});
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s, u"Qt"_s, u"Rust"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM post_tags WHERE tag = 'Python'"_s), 3);
}

void TestCliUndo::redo()
{
    done({u"add"_s, u"Rust"_s});
    done({u"undo"_s});
    const CliRun json = done({u"undo"_s, newest(), u"--json"_s});
    QCOMPARE(json.json().value(u"kind"_s), QJsonValue(u"redo"_s));
    QVERIFY(database().tags().contains(u"Rust"_s));
    const CliRun text = done({u"history"_s});
    QVERIFY2(text.out.contains(u" [redoes #"_s), text.report());
    // What was redone stands as if it had not been undone, and can be undone again.
    const CliRun again = done({u"undo"_s, newest()});
    QVERIFY2(again.out.startsWith(u"Undid: "_s), again.report());
    QVERIFY(!database().tags().contains(u"Rust"_s));
}

void TestCliUndo::dryRun()
{
    done({u"rename"_s, u"Python"_s, u"Py"_s});
    const QStringList before = state();
    const CliRun text = done({u"undo"_s, u"--dry-run"_s});
    QVERIFY2(text.out.startsWith(u"Would undo: Renamed “Python” to “Py”; nothing was changed.\n"
                                 "  5 rows put back\n"_s),
             text.report());
    const CliRun json = done({u"undo"_s, u"--dry-run"_s, u"--json"_s});
    QVERIFY2(json.json().value(u"operation"_s).isNull(), json.report());
    QCOMPARE(json.json().value(u"dryRun"_s), QJsonValue(true));
    QCOMPARE(json.json().value(u"rows"_s), QJsonValue(5));
    QCOMPARE(state(), before);
    const CliRun history = done({u"history"_s, u"--json"_s});
    QCOMPARE(history.json().value(u"operations"_s).toArray().size(), 1);
}

void TestCliUndo::twice()
{
    done({u"add"_s, u"Rust"_s});
    const QString number = newest();
    done({u"undo"_s, number});
    const QStringList before = state();
    const CliRun again = run({u"undo"_s, number, u"--json"_s});
    COMPARE_STATUS(again, 3);
    QVERIFY2(again.hasOneSentence(), again.report());
    QCOMPARE(state(), before);
}

void TestCliUndo::nothingToUndo()
{
    for (const QStringList &command : {QStringList{u"undo"_s}, QStringList{u"undo"_s, u"17"_s}}) {
        const CliRun nothing = run(command + QStringList{u"--json"_s});
        COMPARE_STATUS(nothing, 1);
        QCOMPARE(nothing.errorKind(), u"missing"_s);
        QVERIFY2(nothing.hasOneSentence(), nothing.report());
    }
}

void TestCliUndo::otherVocabulary()
{
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) PRIMARY KEY)"_s);
    done({u"--vocabulary"_s, u"labels"_s, u"add"_s, u"urgent"_s});
    const QString labelled = newest();
    done({u"--vocabulary"_s, u"tags"_s, u"add"_s, u"Rust"_s});
    done({u"undo"_s, labelled});
    QCOMPARE(database().column(u"SELECT label FROM labels"_s), QStringList());
    QVERIFY(database().tags().contains(u"Rust"_s));
    const CliRun history = done({u"--vocabulary"_s, u"labels"_s, u"history"_s, u"--json"_s});
    QCOMPARE(history.json().value(u"operations"_s).toArray().size(), 2);
}

void TestCliUndo::conflictAsJson()
{
    done({u"set"_s, u"Qt"_s, u"description=mine"_s});
    database().execute(u"UPDATE tags SET description = 'theirs' WHERE tag_id = 'Qt'"_s);
    const QStringList before = state();
    const CliRun undo = run({u"undo"_s, u"--json"_s});
    COMPARE_STATUS(undo, 3);
    QCOMPARE(undo.errorKind(), u"conflict"_s);
    QVERIFY2(undo.hasOneSentence(), undo.report());
    const QJsonArray conflicts = undo.error().value(u"conflicts"_s).toArray();
    QCOMPARE(conflicts.size(), 1);
    const QJsonObject conflict = conflicts.at(0).toObject();
    QCOMPARE(conflict.value(u"table"_s), QJsonValue(u"tags"_s));
    QCOMPARE(conflict.value(u"key"_s), QJsonValue(QJsonObject{{u"tag_id"_s, u"Qt"_s}}));
    const auto description = [&conflict](const QString &version) {
        return conflict.value(version).toObject().value(u"description"_s);
    };
    QCOMPARE(description(u"before"_s), QJsonValue(u"mine"_s));
    QCOMPARE(description(u"yours"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(description(u"theirs"_s), QJsonValue(u"theirs"_s));
    QCOMPARE(state(), before);
}

void TestCliUndo::conflictAsText()
{
    done({u"set"_s, u"Qt"_s, u"description=mine"_s});
    database().execute(u"UPDATE tags SET description = 'theirs' WHERE tag_id = 'Qt'"_s);
    const CliRun undo = run({u"undo"_s});
    COMPARE_STATUS(undo, 3);
    QVERIFY2(undo.hasOneSentence(), undo.report());
    QCOMPARE(undo.out, u"  tags, tag_id = \"Qt\"\n"
                       "    description\n"
                       "      before: \"mine\"\n"
                       "      yours:  NULL\n"
                       "      theirs: \"theirs\"\n"_s);
}

void TestCliUndo::conflictWithDeletedRow()
{
    done({u"set"_s, u"Qt"_s, u"description=mine"_s});
    database().execute(u"DELETE FROM tags WHERE tag_id = 'Qt'"_s);
    const CliRun json = run({u"undo"_s, u"--json"_s});
    COMPARE_STATUS(json, 3);
    const QJsonObject conflict = json.error().value(u"conflicts"_s).toArray().at(0).toObject();
    QVERIFY2(conflict.contains(u"theirs"_s) && conflict.value(u"theirs"_s).isNull(), json.report());
    const CliRun text = run({u"undo"_s});
    QVERIFY2(text.out.contains(u"    theirs: no such row\n"_s), text.report());
}

void TestCliUndo::manyConflicts()
{
    QByteArray lines = "tag_id,description\n";
    for (int i = 10; i < 35; ++i)
        lines += "tag " + QByteArray::number(i) + ",mine\n";
    done({u"import"_s, m_cli.write(u"t.csv"_s, lines)});
    database().execute(u"UPDATE tags SET description = 'theirs' WHERE description = 'mine'"_s);
    const CliRun text = run({u"undo"_s});
    COMPARE_STATUS(text, 3);
    QCOMPARE(text.out.count(u"  tags, tag_id = "_s), 20);
    QVERIFY2(text.out.endsWith(u"  and 5 rows more; --json lists them all\n"_s), text.report());
    const CliRun json = run({u"undo"_s, u"--json"_s});
    QCOMPARE(json.error().value(u"conflicts"_s).toArray().size(), 25);
}

void TestCliUndo::skipConflicts()
{
    const QString file = m_cli.write(u"t.csv"_s, "tag_id,description\nQt,x\nFastAPI,y\n");
    done({u"import"_s, file, u"--on-existing"_s, u"update"_s});
    database().execute(u"UPDATE tags SET description = 'theirs' WHERE tag_id = 'Qt'"_s);
    const CliRun shown = done({u"undo"_s, u"--skip-conflicts"_s, u"--dry-run"_s, u"--json"_s});
    const QJsonArray skipped = shown.json().value(u"skipped"_s).toArray();
    QCOMPARE(skipped.size(), 1);
    QCOMPARE(skipped.at(0).toObject().value(u"key"_s),
             QJsonValue(QJsonObject{{u"tag_id"_s, u"Qt"_s}}));

    const CliRun text = done({u"undo"_s, u"--skip-conflicts"_s});
    QVERIFY2(text.out.contains(u"  1 row put back\n"
                               "Left alone, because changed since:\n"
                               "  tags, tag_id = \"Qt\"\n"_s),
             text.report());
    QCOMPARE(database().rows(u"SELECT tag_id, COALESCE(description, 'NULL') FROM tags "
                             "ORDER BY tag_id"_s),
             (QList<QStringList>{
                 {u"FastAPI"_s, u"NULL"_s}, {u"Python"_s, u"NULL"_s}, {u"Qt"_s, u"theirs"_s}}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliUndo)
#include "TestCliUndo.moc"
