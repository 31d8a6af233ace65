// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/DatabaseExecutor.h"
#include "database/DriverAnchor.h"
#include "repository/TagRepository.h"
#include "support/AnswerOf.h"
#include "support/MakeJournal.h"
#include "support/NativeMariaDb.h"
#include "support/TcpProxy.h"
#include "support/TestServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

namespace tagsmith::test
{

/** The operations at which links are cut and servers killed. */
enum class Job { Edit, Merge, Import, LongImport };

inline void addJobs()
{
    QTest::addColumn<Job>("job");
    QTest::newRow("edit") << Job::Edit;
    QTest::newRow("merge") << Job::Merge;
    QTest::newRow("import") << Job::Import;
}

/** Which of @p packets is the first that asks for @p sql; their number where none does. */
inline size_t findQuery(const std::vector<ProxiedPacket> &packets, const QByteArray &sql)
{
    const auto found =
        std::find_if(packets.begin(), packets.end(),
                     [&sql](const ProxiedPacket &packet) { return packet.isQuery(sql); });
    return static_cast<size_t>(found - packets.begin());
}

/** Qt warns of each statement that a broken link leaves on the server; here they are many. */
inline void ignoreLostStatements()
{
    static QtMessageHandler previous = nullptr;
    previous = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            if (!text.startsWith(QStringLiteral("MySQL: Unable to set")) &&
                !text.contains(QStringLiteral("unable to free statement handle")))
                previous(type, context, text);
        });
}

/** What the user is told about a job. */
struct Told
{
    bool ok = false;
    QString operation; ///< of the receipt
    Error error = {};
};

/**
 * A private server, a proxy before it, and on it a few tags with their uses and the journal. The
 * server loses nothing that was committed when it is killed.
 */
class FaultWorld
{
public:
    FaultWorld()
        : m_server(m_folder.path() + QStringLiteral("/s"),
                   {.tcp = true,
                    .moreArguments = {QStringLiteral("--innodb-flush-log-at-trx-commit=2")}})
    {
        if (!m_server.start())
            qFatal("%s", qPrintable(m_server.error()));
        NativeMariaDb(m_server.socket()).execute(QStringLiteral("CREATE DATABASE shop"));
        NativeMariaDb sql(m_server.socket(), QStringLiteral("shop"));
        sql.execute(QStringLiteral("CREATE TABLE tags (id INT AUTO_INCREMENT PRIMARY KEY, name "
                                   "VARCHAR(100) NOT NULL UNIQUE, note VARCHAR(100))"));
        sql.execute(QStringLiteral("CREATE TABLE links (item INT NOT NULL, tag_id INT NOT NULL, "
                                   "PRIMARY KEY (item, tag_id), KEY (tag_id), FOREIGN KEY "
                                   "(tag_id) REFERENCES tags (id))"));
        makeJournal(direct());
        m_proxy = std::make_unique<TcpProxy>(m_server.port());
    }

    TestServer &server() { return m_server; }
    const TestServer &server() const { return m_server; }
    TcpProxy &proxy() const { return *m_proxy; }
    Profile direct() const { return m_server.profile(QStringLiteral("shop")); }
    /** The way that leads through the proxy. */
    Profile proxied() const
    {
        Profile profile = m_server.tcpProfile(QStringLiteral("shop"));
        profile.hosts.front().port = m_proxy->port();
        return profile;
    }
    TagSource source(TagRepository &repository) const
    {
        const auto opened = answerOf(repository.open(direct(), QStringLiteral("tags")));
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().message));
        TagSource source = *opened;
        source.profile = proxied();
        return source;
    }

    /** The rows as they are before each job, and an empty journal. */
    void rebuild() const
    {
        NativeMariaDb sql(m_server.socket(), QStringLiteral("shop"));
        for (const char *table : {"links", "tags", "tagsmith_change", "tagsmith_operation"})
            sql.execute(QStringLiteral("DELETE FROM %1").arg(QString::fromLatin1(table)));
        sql.execute(
            QStringLiteral("INSERT INTO tags VALUES (1, 'red', NULL), (2, 'rot', 'German'), "
                           "(3, 'rouge', 'French'), (4, 'blue', 'b'), (5, 'tag 7', 'x')"));
        sql.execute(QStringLiteral("INSERT INTO links VALUES (1, 1), (1, 2), (2, 2), (2, 3), (3, "
                                   "3), (4, 4), (5, 1), (5, 2), (5, 3), (6, 3)"));
    }
    /** Every row of the user's tables. */
    QStringList dump() const
    {
        NativeMariaDb sql(m_server.socket(), QStringLiteral("shop"));
        QStringList lines;
        // Without the keys that a run of its own would number otherwise.
        const auto rows = sql.rows(QStringLiteral(
            "SELECT 'tag', name, COALESCE(note, 'NULL'), IF(id < 6, id, 0) FROM tags UNION ALL "
            "SELECT 'link', item, name, 0 FROM links LEFT JOIN tags ON id = tag_id ORDER BY 1, 2, "
            "3"));
        for (const QStringList &row : rows)
            lines << row.join(u'|');
        return lines;
    }
    /** The ids in the journal. */
    QStringList operations() const
    {
        NativeMariaDb sql(m_server.socket(), QStringLiteral("shop"));
        QStringList ids;
        const auto rows =
            sql.rows(QStringLiteral("SELECT id FROM tagsmith_operation ORDER BY number"));
        for (const QStringList &row : rows)
            ids << row.value(0);
        return ids;
    }
    /** How many rows of changes belong to no operation. */
    qint64 strayChanges() const
    {
        NativeMariaDb sql(m_server.socket(), QStringLiteral("shop"));
        return sql
            .rows(QStringLiteral("SELECT COUNT(*) FROM tagsmith_change WHERE operation NOT IN "
                                 "(SELECT number FROM tagsmith_operation)"))
            .value(0)
            .value(0)
            .toLongLong();
    }

private:
    DriverAnchor m_anchor;
    QTemporaryDir m_folder;
    TestServer m_server;
    std::unique_ptr<TcpProxy> m_proxy;
};

/** One of the names is there already. */
inline QByteArray importedFile(int records)
{
    QByteArray file = "name,note\n";
    for (int i = 0; i < records; ++i)
        file += "tag " + QByteArray::number(i) + ",note " + QByteArray::number(i) + '\n';
    return file;
}

/** Begins @p job; the answer is a Told. Returns what cancels it. */
template <class Receive>
CancelToken begin(Job job, TagRepository &repository, const TagSource &source, QObject *receiver,
                  Receive receive)
{
    const auto await = [receiver, receive](const auto &pending) {
        whenDone(receiver, pending, [receive](const auto &answer) {
            receive(answer.ok() ? Told{true, answer->operation, {}}
                                : Told{false, {}, answer.error()});
        });
        return pending.token;
    };
    if (job == Job::Edit) {
        return await(
            repository.set(source, {QStringLiteral("blue"),
                                    {{QStringLiteral("note"), QStringLiteral("the sky")}}}));
    }
    if (job == Job::Merge) {
        return await(repository.merge(
            source, {{QStringLiteral("rot"), QStringLiteral("rouge")}, QStringLiteral("red")}));
    }
    ImportRequest request;
    request.source.data = importedFile(job == Job::LongImport ? 1100 : 30);
    request.source.format = FileFormat::Csv;
    request.onExisting = OnExisting::Update;
    return await(repository.importTags(source, request));
}

/** Runs @p job to its end. */
inline Told perform(Job job, TagRepository &repository, const TagSource &source)
{
    QEventLoop loop;
    QObject receiver;
    std::optional<Told> told;
    begin(job, repository, source, &receiver, [&told, &loop](const Told &answer) {
        told = answer;
        loop.quit();
    });
    loop.exec();
    return *told;
}

} // namespace tagsmith::test

Q_DECLARE_METATYPE(tagsmith::test::Job)
