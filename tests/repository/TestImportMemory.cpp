// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/ImportMemory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What was chosen for a file is there for the next one with the same columns, and for no other. */
class TestImportMemory : public QObject
{
    Q_OBJECT

private:
    static TagSource source(const QString &vocabulary = u"tags"_s, const QString &database = u"a"_s)
    {
        TagSource source;
        source.profile.driver = Driver::Mysql;
        source.profile.hosts = {{u"db.example.org"_s, 3306}};
        source.profile.user = u"ada"_s;
        source.profile.password = u"secret"_s;
        source.profile.database = database;
        source.vocabulary.name = vocabulary;
        for (const QString &name : {u"tag_id"_s, u"note"_s}) {
            source.vocabulary.columns.emplace_back();
            source.vocabulary.columns.back().name = name;
        }
        return source;
    }
    static ImportHabit habit()
    {
        ImportHabit habit;
        habit.mapping = {{u"Title"_s, u"tag_id"_s}, {u"Text"_s, u"note"_s}};
        habit.nameRules.trim = true;
        habit.nameRules.removeInvisible = true;
        habit.nameRules.letterCase = LetterCase::Upper;
        habit.nameRules.separator = WordSeparator::Underscore;
        habit.listSeparator = u"\n"_s;
        habit.onExisting = OnExisting::Fail;
        return habit;
    }
    static QStringList columns() { return {u"Title"_s, u"Other"_s, u"Text"_s}; }
    static QString path()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
               u"/imports.json"_s;
    }

    std::unique_ptr<QTemporaryDir> m_home;

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
        QCoreApplication::setApplicationName(u"tagsmith"_s);
    }

    void isThereAtTheNextStart()
    {
        QVERIFY(!ImportMemory().find(source(), columns()));
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        QVERIFY(ImportMemory().find(source(), columns()) == habit());

        ImportHabit other = habit();
        other.onExisting = OnExisting::Update;
        QVERIFY(!ImportMemory().store(source(), columns(), other));
        QVERIFY(ImportMemory().find(source(), columns()) == other);
    }

    void isForTheSameColumnsOfTheSameVocabulary()
    {
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        QVERIFY(!ImportMemory().find(source(u"labels"_s), columns()));
        QVERIFY(!ImportMemory().find(source(u"tags"_s, u"b"_s), columns()));
        QVERIFY(!ImportMemory().find(source(), {u"Other"_s, u"Title"_s, u"Text"_s}));
        QVERIFY(!ImportMemory().find(source(), {u"Title"_s, u"Other"_s}));
        const auto found = ImportMemory().find(source(), {u"TITLE "_s, u"other"_s, u" text"_s});
        QVERIFY(found);
        // As the columns are called now.
        QVERIFY(found->mapping ==
                (std::vector<ColumnMapping>{{u"TITLE "_s, u"tag_id"_s}, {u" text"_s, u"note"_s}}));
    }

    void isNothingOnceAColumnIsGone()
    {
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        TagSource changed = source();
        changed.vocabulary.columns[1].name = u"remark"_s;
        QVERIFY(!ImportMemory().find(changed, columns()));
        changed = source();
        changed.vocabulary.columns[1].generated = true;
        QVERIFY(!ImportMemory().find(changed, columns()));
    }

    void isForgotten()
    {
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        QVERIFY(!ImportMemory().store(source(u"labels"_s), columns(), habit()));
        QVERIFY(!ImportMemory().forget(source(), columns()));
        QVERIFY(!ImportMemory().find(source(), columns()));
        QVERIFY(ImportMemory().find(source(u"labels"_s), columns()));
        QVERIFY(!ImportMemory().forget(source(), columns()));
    }

    void holdsTheLastOnes()
    {
        const auto count = static_cast<int>(ImportMemory::mostHabits);
        const ImportHabit small{{{u"a"_s, u"tag_id"_s}}, {}, {}, OnExisting::Skip};
        for (int i = 0; i <= count; ++i)
            QVERIFY(!ImportMemory().store(source(), {u"a"_s, QString::number(i)}, small));
        QVERIFY(!ImportMemory().find(source(), {u"a"_s, u"0"_s}));
        QVERIFY(ImportMemory().find(source(), {u"a"_s, u"1"_s}));
        QVERIFY(ImportMemory().find(source(), {u"a"_s, QString::number(count)}));
    }

    void isForTheUserAloneAndHoldsNoPassword()
    {
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("db.example.org"));
        QVERIFY(!content.contains("secret") && !content.contains("ada"));
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(file.permissions() & others));
    }

    void neverOverwritesAFileThatItCannotRead()
    {
        QDir().mkpath(QFileInfo(path()).path());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{\"half\":");
        file.close();
        QVERIFY(!ImportMemory().find(source(), columns()));
        const auto error = ImportMemory().store(source(), columns(), habit());
        QVERIFY(error);
        QVERIFY2(error->message.contains(path()), qPrintable(error->message));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("[{\"half\":"));
    }

    void passesOverNonsense()
    {
        QVERIFY(!ImportMemory().store(source(), columns(), habit()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray content = file.readAll();
        file.close();
        content.replace("\"position\":2", "\"position\":7");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(!ImportMemory().find(source(), columns()));
    }
};

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportMemory)
#include "TestImportMemory.moc"
