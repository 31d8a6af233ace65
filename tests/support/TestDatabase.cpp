// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestDatabase.h"

#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"
#include "support/TestServer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto serverVariable = "TAGSMITH_TEST_SERVER_DIR";

/** The server of a test program that is run by hand; children find it in the environment. */
struct OwnServer
{
    QTemporaryDir folder;
    TestServer server{folder.path() + u"/server"_s};
};

OwnServer *ownServer = nullptr;

void stopOwnServer()
{
    delete ownServer;
    ownServer = nullptr;
    qunsetenv(serverVariable);
}

QString serverFolder()
{
    if (!qEnvironmentVariableIsEmpty(serverVariable))
        return qEnvironmentVariable(serverVariable);
    ownServer = new OwnServer;
    qAddPostRoutine(stopOwnServer);
    if (!ownServer->server.start())
        qFatal("%s", qPrintable(ownServer->server.error()));
    const QString folder = ownServer->folder.path() + u"/server"_s;
    qputenv(serverVariable, QFile::encodeName(folder));
    return folder;
}

} // namespace

TestDatabase::TestDatabase() = default;

TestDatabase::~TestDatabase()
{
    if (m_built)
        tearDown();
}

bool TestDatabase::isMariaDb()
{
    const QString engine = qEnvironmentVariable("TAGSMITH_TEST_ENGINE", u"sqlite"_s);
    if (engine != "sqlite"_L1 && engine != "mariadb"_L1)
        qFatal("TAGSMITH_TEST_ENGINE is sqlite or mariadb, not \"%s\".", qPrintable(engine));
    return engine == "mariadb"_L1;
}

void TestDatabase::build()
{
    tearDown();
    m_built = true;
    if (isMariaDb())
        NativeMariaDb(socket()).execute(u"CREATE DATABASE test_db"_s);
    else
        NativeSqlite(file()).execute(u"VACUUM"_s); // an empty database is a file with a header
}

void TestDatabase::tearDown()
{
    m_built = false;
    if (isMariaDb()) {
        NativeMariaDb(socket()).execute(u"DROP DATABASE IF EXISTS test_db"_s);
        return;
    }
    for (const auto &suffix : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file() + suffix);
}

Profile TestDatabase::profile() const
{
    Profile profile;
    if (isMariaDb()) {
        profile.driver = Driver::Mysql;
        profile.socket = socket();
        profile.user = u"root"_s;
        profile.database = u"test_db"_s;
    } else {
        profile.driver = Driver::Sqlite;
        profile.path = file();
    }
    return profile;
}

QString TestDatabase::socket() const
{
    return TestServer::socketOf(serverFolder());
}

QString TestDatabase::file() const
{
    return m_folder.filePath(u"test_db.sqlite"_s);
}

void TestDatabase::execute(const QString &sql) const
{
    rows(sql);
}

QList<QStringList> TestDatabase::rows(const QString &sql) const
{
    if (isMariaDb())
        return NativeMariaDb(socket(), u"test_db"_s).rows(sql);
    return NativeSqlite(file()).rows(sql);
}

QStringList TestDatabase::column(const QString &sql) const
{
    QStringList values;
    const QList<QStringList> found = rows(sql);
    for (const QStringList &row : found)
        values << row.value(0);
    return values;
}

qint64 TestDatabase::number(const QString &sql) const
{
    const QStringList values = column(sql);
    bool isNumber = false;
    const qint64 value = values.value(0).toLongLong(&isNumber);
    if (values.size() != 1 || !isNumber)
        qFatal("\"%s\" does not yield one number.", qPrintable(sql));
    return value;
}

void TestDatabase::createMinimalTable() const
{
    execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY)"_s);
}

void TestDatabase::insertTags(const QStringList &names) const
{
    QStringList values;
    for (QString name : names) {
        name.replace(u'\'', u"''"_s);
        if (isMariaDb())
            name.replace(u'\\', u"\\\\"_s);
        values << u"('%1')"_s.arg(name);
    }
    execute(u"INSERT INTO tags (tag_id) VALUES "_s + values.join(u", "_s));
}

QStringList TestDatabase::tags() const
{
    return column(isMariaDb() ? u"SELECT tag_id FROM tags ORDER BY BINARY tag_id"_s
                              : u"SELECT tag_id FROM tags ORDER BY tag_id COLLATE BINARY"_s);
}

} // namespace tagsmith
