// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxLines = 500;

/** What the files of one folder of src/ may include, besides their own folder and the std library.
 */
struct Layer
{
    QStringList layers;
    QStringList modules;   ///< of Qt, besides QtCore
    QStringList libraries; ///< beginnings of other headers
};

const QHash<QString, Layer> &layerTable()
{
    static const QHash<QString, Layer> table{
        {u"core"_s, {{}, {}, {u"unicode/"_s}}},
        {u"transfer"_s,
         {{u"core"_s}, {}, {u"unicode/"_s, u"zlib.h"_s, u"zip.h"_s, u"xlsxwriter.h"_s}}},
        {u"database"_s,
         {{u"core"_s}, {u"QtSql"_s}, {u"sqlite3.h"_s, u"mysql.h"_s, u"mysqld_error.h"_s}}},
        {u"vocabulary"_s, {{u"core"_s, u"transfer"_s, u"database"_s}, {}, {}}},
        {u"async"_s, {{u"core"_s, u"database"_s}, {u"QtConcurrent"_s}, {}}},
        {u"repository"_s,
         {{u"core"_s, u"transfer"_s, u"database"_s, u"vocabulary"_s, u"async"_s}, {}, {}}},
        {u"models"_s, {{u"core"_s, u"repository"_s}, {u"QtGui"_s}, {}}},
        {u"gui"_s,
         {{u"core"_s, u"repository"_s, u"models"_s}, {u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s}, {}}},
        {u"cli"_s, {{u"core"_s, u"repository"_s}, {}, {}}},
    };
    return table;
}

/** Calls and SQL that are wrong wherever they stand; the second text says what to do instead. */
struct Ban
{
    QStringList folders; ///< empty: everywhere
    QRegularExpression pattern;
    QString reason;
};

const QList<Ban> &bans()
{
    using Re = QRegularExpression;
    const QStringList guiThread{u"gui"_s, u"models"_s};
    static const QList<Ban> list{
        {{}, Re(u"REPLACE\\s+INTO"_s, Re::CaseInsensitiveOption), u"use the dialect's upsert"_s},
        {{},
         Re(u"INSERT\\s+(IGNORE|OR\\s+\\w+)"_s, Re::CaseInsensitiveOption),
         u"use the dialect's upsert"_s},
        {{}, Re(u"\\bexecBatch\\b"_s), u"write multi-row statements"_s},
        {{}, Re(u"\\bprocessEvents\\b"_s), u"return to the event loop"_s},
        {{}, Re(u"\\bQThreadPool::globalInstance\\b"_s), u"use the executor's own pool"_s},
        {guiThread, Re(u"(\\.|->)result(At|s)?\\s*\\("_s), u"receive it with whenDone()"_s},
        {guiThread, Re(u"(\\.|->)takeResult\\s*\\("_s), u"receive it with whenDone()"_s},
        {guiThread, Re(u"\\bwaitFor(Finished|Done)\\b"_s), u"receive it with whenDone()"_s},
        {{u"core"_s, u"transfer"_s, u"vocabulary"_s, u"async"_s, u"repository"_s, u"models"_s,
          u"gui"_s, u"cli"_s, QString()},
         Re(u"\\bQSql[A-Z]\\w*"_s),
         u"Qt SQL belongs to database/"_s},
    };
    return list;
}

/** The headers of Qt, one folder for each module. */
QDir qtHeaders()
{
    return QDir(QLibraryInfo::path(QLibraryInfo::HeadersPath));
}

/** The module, for example "QtSql", of the header in `#include <header>`; empty if it is not Qt's.
 */
QString moduleOf(const QString &header)
{
    const QDir headers = qtHeaders();
    static const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    const QString folder = header.section(u'/', 0, 0);
    if (header.contains(u'/'))
        return modules.contains(folder) ? folder : QString();
    for (const QString &module : modules) {
        if (headers.exists(module + u'/' + header))
            return module;
    }
    return {};
}

/** Why a file in @p layer may not include the project's @p header; empty if it may. */
QString projectIncludeProblem(const QString &layer, const QString &header)
{
    const QString folder = header.section(u'/', 0, 0);
    if (header.startsWith("ui_"_L1))
        return layer == "gui"_L1 ? QString() : u"only gui/ draws"_s;
    if (header.endsWith(".moc"_L1))
        return {};
    if (!header.contains(u'/') || !layerTable().contains(folder))
        return u"write the path from src/"_s;
    if (folder == layer || layerTable().value(layer).layers.contains(folder))
        return {};
    return u"%1/ may not use %2/"_s.arg(layer, folder);
}

/** The same for `#include <header>`. */
QString systemIncludeProblem(const QString &layer, const QString &header)
{
    static const QRegularExpression library(u"^unicode/|\\.h$"_s);
    const Layer &allowed = layerTable()[layer];
    const QString module = moduleOf(header);
    if (module == "QtCore"_L1 || allowed.modules.contains(module))
        return {};
    if (!module.isEmpty())
        return u"%1/ may not use %2"_s.arg(layer, module);
    for (const QString &beginning : allowed.libraries) {
        if (header.startsWith(beginning))
            return {};
    }
    static const QStringList everyones{u"unistd.h"_s, u"dlfcn.h"_s,   u"fcntl.h"_s,
                                       u"signal.h"_s, u"termios.h"_s, u"pwd.h"_s};
    const bool system = everyones.contains(header) || header.startsWith("sys/"_L1);
    if (!system && header.contains(library))
        return u"%1/ may not use <%2>"_s.arg(layer, header);
    return {};
}

QString includeProblem(const QString &layer, const QString &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QRegularExpressionMatch match = include.match(line);
    // main.cpp, in no layer, puts all of them together.
    if (!match.hasMatch() || layer.isEmpty())
        return {};
    if (!layerTable().contains(layer))
        return u"\"%1\" is no layer"_s.arg(layer);
    return match.captured(1) == "\""_L1 ? projectIncludeProblem(layer, match.captured(2))
                                        : systemIncludeProblem(layer, match.captured(2));
}

/** @p text with comments blanked out, line ends kept; strings stay, because SQL stands in them. */
QString withoutComments(const QString &text)
{
    static const QRegularExpression token(u"//[^\\n]*|/\\*.*?\\*/|"
                                          "R\"([^(]*)\\(.*?\\)\\1\"|"
                                          "\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    QRegularExpressionMatchIterator matches = token.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (!match.capturedView().startsWith(u'/'))
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code.at(i) != u'\n')
                code[i] = u' ';
        }
    }
    return code;
}

/** What is wrong with the file @p path (below src/) that contains @p text, as "path:line: ...". */
QStringList violations(const QString &path, const QString &text)
{
    const QString layer = path.contains(u'/') ? path.section(u'/', 0, 0) : QString();
    QStringList found;
    const auto report = [&](qsizetype line, const QString &what) {
        found << u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
    };

    const QString code = withoutComments(text);
    const QStringList lines = code.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString problem = includeProblem(layer, lines[i]);
        if (!problem.isEmpty())
            report(i + 1, problem);
    }
    for (const Ban &ban : bans()) {
        if (!ban.folders.isEmpty() && !ban.folders.contains(layer))
            continue;
        QRegularExpressionMatchIterator matches = ban.pattern.globalMatch(code);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const qsizetype line = QStringView(code).left(match.capturedStart()).count(u'\n') + 1;
            report(line, u"%1: %2"_s.arg(match.captured(), ban.reason));
        }
    }
    const qsizetype lineCount = text.count(u'\n');
    if (lineCount > maxLines)
        report(lineCount, u"longer than %1 lines: give it one purpose"_s.arg(maxLines));
    return found;
}

} // namespace

/** The order of the layers, read from the sources: see "Layers" in README.md. */
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void qtHeadersAreFound();
    void wrongSamplesAreFound_data();
    void wrongSamplesAreFound();
    void rightSamplesPass_data();
    void rightSamplesPass();
    void sourcesKeepTheRules();
};

void TestLayers::qtHeadersAreFound()
{
    QCOMPARE(moduleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(moduleOf(u"QSqlQuery"_s), u"QtSql"_s);
    QCOMPARE(moduleOf(u"QtConcurrent"_s), u"QtConcurrent"_s);
    QCOMPARE(moduleOf(u"QtConcurrent/QtConcurrentRun"_s), u"QtConcurrent"_s);
    QCOMPARE(moduleOf(u"QMessageBox"_s), u"QtWidgets"_s);
    QCOMPARE(moduleOf(u"vector"_s), QString());
}

void TestLayers::wrongSamplesAreFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto sample = [](const char *name, const QString &path, const QString &text,
                           const QString &expected) {
        QTest::newRow(name) << path << text << expected;
    };
    sample("layer above", u"core/A.cpp"_s, u"\n#include \"database/Dialect.h\"\n"_s,
           u"core/A.cpp:2: core/ may not use database/"_s);
    sample("window to database", u"gui/A.cpp"_s, u"#include \"database/Dialect.h\"\n"_s,
           u"gui/A.cpp:1: gui/ may not use database/"_s);
    sample("command line to window", u"cli/A.h"_s, u"#include \"gui/Prompts.h\"\n"_s,
           u"cli/A.h:1: cli/ may not use gui/"_s);
    sample("path", u"core/A.cpp"_s, u"#include \"A.h\"\n"_s,
           u"core/A.cpp:1: write the path from src/"_s);
    sample("unknown folder", u"misc/A.cpp"_s, u"#include \"core/Cell.h\"\n"_s,
           u"misc/A.cpp:1: \"misc\" is no layer"_s);
    sample("Qt SQL", u"vocabulary/A.cpp"_s, u"#include <QtSql>\n"_s,
           u"vocabulary/A.cpp:1: vocabulary/ may not use QtSql"_s);
    sample("Qt SQL, declared", u"repository/A.h"_s, u"class QSqlDatabase;\n"_s,
           u"repository/A.h:1: QSqlDatabase: Qt SQL belongs to database/"_s);
    sample("QtConcurrent", u"repository/A.cpp"_s, u"#include <QtConcurrent>\n"_s,
           u"repository/A.cpp:1: repository/ may not use QtConcurrent"_s);
    sample("dialog", u"database/A.cpp"_s, u"#include <QMessageBox>\n"_s,
           u"database/A.cpp:1: database/ may not use QtWidgets"_s);
    sample("dialog in a model", u"models/A.cpp"_s, u"#include <QDialog>\n"_s,
           u"models/A.cpp:1: models/ may not use QtWidgets"_s);
    sample("form", u"models/A.cpp"_s, u"#include \"ui_MainWindow.h\"\n"_s,
           u"models/A.cpp:1: only gui/ draws"_s);
    sample("client library", u"vocabulary/A.cpp"_s, u"#include <sqlite3.h>\n"_s,
           u"vocabulary/A.cpp:1: vocabulary/ may not use <sqlite3.h>"_s);
    sample("result", u"gui/A.cpp"_s, u"f();\nx = future.result();\n"_s,
           u"gui/A.cpp:2: .result(: receive it with whenDone()"_s);
    sample("waitForFinished", u"models/A.cpp"_s, u"f->waitForFinished();\n"_s,
           u"models/A.cpp:1: waitForFinished: receive it with whenDone()"_s);
    sample("processEvents", u"gui/A.cpp"_s, u"QCoreApplication::processEvents();\n"_s,
           u"gui/A.cpp:1: processEvents: return to the event loop"_s);
    sample("global pool", u"async/A.cpp"_s, u"QThreadPool::globalInstance()->start(f);\n"_s,
           u"async/A.cpp:1: QThreadPool::globalInstance: use the executor's own pool"_s);
    sample("replace", u"vocabulary/A.cpp"_s, u"sql = u\"replace  into t \"_s;\n"_s,
           u"vocabulary/A.cpp:1: replace  into: use the dialect's upsert"_s);
    sample("insert ignore", u"database/A.cpp"_s, u"/* a\n*/ sql = u\"INSERT IGNORE t\"_s;\n"_s,
           u"database/A.cpp:2: INSERT IGNORE: use the dialect's upsert"_s);
    sample("batch", u"database/A.cpp"_s, u"query.execBatch();\n"_s,
           u"database/A.cpp:1: execBatch: write multi-row statements"_s);
    sample("long", u"core/A.cpp"_s, QString(maxLines + 1, u'\n'),
           u"core/A.cpp:501: longer than 500 lines: give it one purpose"_s);
}

void TestLayers::wrongSamplesAreFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(violations(path, text), QStringList{expected});
}

void TestLayers::rightSamplesPass_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");

    QTest::newRow("layer below") << u"gui/A.cpp"_s << u"#include \"models/TagTableModel.h\"\n"_s;
    QTest::newRow("own layer") << u"core/A.cpp"_s << u"#include \"core/A.h\"\n"_s;
    QTest::newRow("std and ICU") << u"core/A.cpp"_s
                                 << u"#include <vector>\n#include <unicode/ucnv.h>\n"_s;
    QTest::newRow("Qt SQL in its layer") << u"database/A.cpp"_s << u"#include <QSqlQuery>\n"_s;
    QTest::newRow("comments") << u"gui/A.cpp"_s
                              << u"// never REPLACE INTO\n/* nor execBatch */ int a;\n"_s;
    QTest::newRow("address in a string")
        << u"gui/A.cpp"_s << u"a = u\"http://a\"_s; b = '\"'; // .result()\n"_s;
    QTest::newRow("whole file") << u"core/A.cpp"_s << QString(maxLines, u'\n');
}

void TestLayers::rightSamplesPass()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(violations(path, text), QStringList());
}

void TestLayers::sourcesKeepTheRules()
{
    const QDir src(QStringLiteral(TAGSMITH_SOURCE_DIR "/src"));
    QStringList found;
    int files = 0;
    QDirIterator it(src.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        found << violations(src.relativeFilePath(file.fileName()),
                            QString::fromUtf8(file.readAll()));
        ++files;
    }
    QVERIFY(files > layerTable().size());
    found.sort();
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestLayers)
#include "TestLayers.moc"
