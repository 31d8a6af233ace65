// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/BadInput.h"
#include "vocabulary/ExportTags.h"
#include "vocabulary/HardTexts.h"
#include "vocabulary/ImportLines.h"
#include "vocabulary/LoadTags.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

/** A literal of SQL, whatever characters @p text has. */
QString textLiteral(const QString &text)
{
    const QString bytes = QString::fromLatin1(text.toUtf8().toHex());
    return (TestDatabase::isMariaDb() ? u"CONVERT(X'%1' USING utf8mb4)"_s
                                      : u"CAST(X'%1' AS TEXT)"_s)
        .arg(bytes);
}

/** Qt's driver for MySQL drops U+FEFF from the front of every text that it reads. */
QString readableText(QRandomGenerator &random)
{
    QString text = test::hardText(random);
    while (TestDatabase::isMariaDb() && text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

QString oneOf(QRandomGenerator &random, const QStringList &choices)
{
    return choices[random.bounded(static_cast<int>(choices.size()))];
}

/** A column's type and how to find a literal for it. */
struct Kind
{
    QString type;
    std::function<QString(QRandomGenerator &)> literal;
};

Kind textKind(const QString &type)
{
    return {type, [](QRandomGenerator &random) {
                return textLiteral(random.bounded(5) == 0 ? u""_s : readableText(random));
            }};
}

Kind kindOf(const QString &type, const QStringList &literals)
{
    return {type, [literals](QRandomGenerator &random) { return oneOf(random, literals); }};
}

QStringList integers()
{
    return {u"0"_s, u"1"_s, u"-1"_s, u"42"_s, u"2147483647"_s, u"-2147483648"_s};
}

QStringList longIntegers()
{
    return {u"0"_s, u"-5"_s, u"9007199254740993"_s, u"9223372036854775807"_s,
            u"-9223372036854775807"_s};
}

QStringList reals()
{
    return {u"0"_s,
            u"-0.5"_s,
            u"0.1"_s,
            u"1e100"_s,
            u"-1.5e-7"_s,
            u"3.141592653589793"_s,
            u"1e15"_s,
            u"123456789.125"_s,
            u"0.30000000000000004"_s,
            u"1.7976931348623157e308"_s,
            u"5e-324"_s};
}

QStringList dates()
{
    return {u"'2024-02-29'"_s, u"'1000-01-01'"_s, u"'9999-12-31'"_s};
}

QStringList times()
{
    return {u"'2024-02-29 23:59:59'"_s, u"'1999-01-01 00:00:00'"_s};
}

QStringList bytes()
{
    return {u"X''"_s, u"X'414243'"_s, u"X'C3A9'"_s};
}
// those that are text

std::vector<Kind> kinds()
{
    if (!TestDatabase::isMariaDb()) {
        return {textKind(u"TEXT"_s),
                textKind(u"VARCHAR(400)"_s),
                textKind(u""_s),
                kindOf(u"INTEGER"_s, longIntegers()),
                kindOf(u"REAL"_s, reals()),
                kindOf(u"DECIMAL(10,2)"_s, {u"1"_s, u"-5.25"_s, u"0.1"_s}),
                kindOf(u"DATE"_s, dates()),
                kindOf(u"DATETIME"_s, times()),
                kindOf(u"BOOLEAN"_s, {u"0"_s, u"1"_s})};
    }
    const QString wide = u" CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"_s;
    return {textKind(u"VARCHAR(400)"_s + wide),
            textKind(u"TEXT"_s + wide),
            textKind(u"VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"_s),
            kindOf(u"INT"_s, integers()),
            kindOf(u"TINYINT(1)"_s, {u"0"_s, u"1"_s}),
            kindOf(u"BIGINT"_s, longIntegers()),
            kindOf(u"BIGINT UNSIGNED"_s, {u"0"_s, u"18446744073709551615"_s}),
            kindOf(u"DECIMAL(30,6)"_s, {u"0"_s, u"-5.25"_s, u"123456789012345678901234.567891"_s}),
            kindOf(u"DOUBLE"_s, reals()),
            kindOf(u"FLOAT"_s, {u"0"_s, u"0.5"_s, u"-1.25e10"_s, u"0.1"_s, u"16777217"_s}),
            kindOf(u"DATE"_s, dates()),
            kindOf(u"DATETIME"_s, times()),
            kindOf(u"DATETIME(6)"_s, {u"'2024-02-29 23:59:59.123456'"_s, times().at(1)}),
            kindOf(u"TIME"_s, {u"'-838:59:59'"_s, u"'12:30:00'"_s}),
            kindOf(u"YEAR"_s, {u"1999"_s, u"2155"_s}),
            kindOf(u"ENUM('a', 'B', '=1', '-5', '')"_s, {u"'a'"_s, u"'=1'"_s, u"'B'"_s}),
            kindOf(u"SET('a', 'b')"_s, {u"''"_s, u"'a'"_s, u"'a,b'"_s}),
            kindOf(u"JSON"_s, {u"'{\"a\": [1, \"é\"]}'"_s, u"'null'"_s, u"' [ ]'"_s}),
            kindOf(u"BLOB"_s, bytes())};
}

struct Shape
{
    bool hasKey = false; ///< a number beside the name
    QString nameColumn = u"tag_id"_s;
    QStringList columns; ///< beside the name
    std::vector<Kind> kinds;
};

Shape randomShape(QRandomGenerator &random)
{
    QStringList names = {u"=sum"_s, u"a,b"_s,   u"x;y"_s, u"a\"b"_s, u"note"_s, u" edge"_s,
                         u"-1"_s,   u"Größe"_s, u"a|b"_s, u"007"_s,  u"@x"_s,   u"true"_s};
    if (random.bounded(4) == 0)
        names << u"'quoted"_s << u"'"_s << u"'=1"_s;
    std::shuffle(names.begin(), names.end(), random);
    Shape shape;
    shape.hasKey = random.bounded(2) == 0;
    if (shape.hasKey)
        shape.nameColumn = u"name"_s;
    const std::vector<Kind> all = kinds();
    const int count = random.bounded(7);
    for (int i = 0; i < count; ++i) {
        shape.columns << names[i];
        shape.kinds.push_back(all[random.bounded(static_cast<quint32>(all.size()))]);
    }
    return shape;
}

/** Without names that are equal in letter case or composition: what is equal is not of interest. */
QStringList randomNames(QRandomGenerator &random, bool forLines)
{
    QStringList names;
    std::set<QString> known;
    const int count = 1 + random.bounded(40);
    for (int i = 0; i < count; ++i) {
        const QString name = readableText(random);
        const bool isLine =
            !name.trimmed().isEmpty() && !name.contains(u'\n') && !name.contains(u'\r');
        if (!name.trimmed().isEmpty() && (isLine || !forLines) && known.insert(name).second)
            names << name;
    }
    if (names.isEmpty())
        names << u"a"_s;
    return names;
}

QString otherThan(LineVerdict verdict, const ImportAccount &account)
{
    QStringList texts;
    for (qint64 i = 0; i < account.lines->count(); ++i) {
        if (account.lines->verdict(i) != verdict)
            texts << test::lineText(account.lines->at(i));
    }
    return texts.join(u"; "_s);
}

} // namespace

/** Random tables with hard values: export and import are inverse. */
class TestExportImport : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void exportAndImportAreInverse_data();
    void exportAndImportAreInverse();
    void marksAndTheirAbsence_data();
    void marksAndTheirAbsence();

private:
    void create(const Shape &shape);
    void fill(const Shape &shape, const QStringList &names, QRandomGenerator &random);
    QStringList dump(const Shape &shape);
    SnapshotPtr load();
    void write(const ExportRequest &request) const;
};

void TestExportImport::create(const Shape &shape)
{
    QString columns =
        isMariaDb() ? u"%1 VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL"_s
                    : u"%1 VARCHAR(190) COLLATE BINARY NOT NULL"_s;
    columns = columns.arg(shape.nameColumn);
    if (shape.hasKey) {
        columns = (isMariaDb() ? u"id INT AUTO_INCREMENT PRIMARY KEY, "_s
                               : u"id INTEGER PRIMARY KEY, "_s) +
                  columns + u" UNIQUE"_s;
    } else {
        columns += u" PRIMARY KEY"_s;
    }
    for (qsizetype i = 0; i < shape.columns.size(); ++i)
        columns += u", "_s + test::identifier(shape.columns[i]) + u' ' +
                   shape.kinds[static_cast<size_t>(i)].type + (isMariaDb() ? u" NULL"_s : u""_s);
    test::createTable(database(), u"tags (%1)"_s.arg(columns));
}

void TestExportImport::fill(const Shape &shape, const QStringList &names, QRandomGenerator &random)
{
    QStringList columns = {shape.nameColumn};
    for (const QString &column : shape.columns)
        columns << test::identifier(column);
    QStringList rows;
    for (const QString &name : names) {
        QStringList values = {textLiteral(name)};
        for (const Kind &kind : shape.kinds)
            values << (random.bounded(4) == 0 ? u"NULL"_s : kind.literal(random));
        rows << u'(' + values.join(u", "_s) + u')';
    }
    database().execute(
        u"INSERT INTO tags (%1) VALUES %2"_s.arg(columns.join(u", "_s), rows.join(u", "_s)));
}

/** Each value with its type, to the last byte; not the key, which the database chooses. */
QStringList TestExportImport::dump(const Shape &shape)
{
    QStringList values;
    for (const QString &column : QStringList(shape.nameColumn) + shape.columns)
        values << (isMariaDb() ? u"HEX(CAST(%1 AS BINARY))"_s : u"typeof(%1) || ' ' || quote(%1)"_s)
                      .arg(test::identifier(column));
    return test::rowTexts(database(), u"SELECT %1 FROM tags"_s.arg(values.join(u", "_s)));
}

SnapshotPtr TestExportImport::load()
{
    return test::read(database(), [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        return loadTags(connection, vocabulary, [](const SnapshotPtr &) {});
    });
}

void TestExportImport::write(const ExportRequest &request) const
{
    exportTags(request, CancelToken(), [](const Progress &) {});
}

void TestExportImport::exportAndImportAreInverse_data()
{
    QTest::addColumn<int>("seed");
    bool isLonger = false;
    const int asked = qEnvironmentVariableIntValue("TAGSMITH_SEEDS", &isLonger);
    const int seeds = isLonger ? asked : 24;
    for (int seed = 1; seed <= seeds; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestExportImport::exportAndImportAreInverse()
{
    QFETCH(const int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    const bool forLines = random.bounded(4) == 0;
    Shape shape = randomShape(random);
    if (forLines)
        shape = {shape.hasKey, shape.nameColumn, {}, {}};
    create(shape);
    const QStringList names = randomNames(random, forLines);
    fill(shape, names, random);
    const QStringList before = dump(shape);
    const QTemporaryDir folder;
    const QString count = QString::number(names.size());

    const auto roundTrip = [&](FileFormat format, bool safe) {
        const SnapshotPtr snapshot = load();
        ExportRequest out{snapshot, {}, {}, {}, format, safe};
        out.rows.resize(static_cast<size_t>(snapshot->rowCount()));
        std::iota(out.rows.begin(), out.rows.end(), 0U);
        for (int i = 0; i < static_cast<int>(snapshot->columns().size()); ++i) {
            if (!shape.hasKey || snapshot->columns()[static_cast<size_t>(i)].name != "id"_L1)
                out.columns.push_back(i);
        }
        std::shuffle(out.columns.begin(), out.columns.end(), random);
        out.path = folder.filePath(u"tags."_s + fileFormatName(format));
        write(out);

        ImportRequest in;
        in.source.path = out.path;
        in.onExisting = OnExisting::Update;
        if (random.bounded(2) == 0 || format == FileFormat::Lines)
            in.source.format = format;
        if (format == FileFormat::Lines) // a line can look like a merge
            in.source.content = ImportContent::Tags;
        in.keepLines = true;
        const ImportAccount again = test::import(database(), in);
        QCOMPARE(otherThan(LineVerdict::Unchanged, again), QString());
        QCOMPARE(test::countsOf(again), u"read %1, unchanged %1"_s.arg(count));
        QCOMPARE(dump(shape), before);
        database().execute(u"DELETE FROM tags"_s);
        const ImportAccount account = test::import(database(), in);
        QCOMPARE(otherThan(LineVerdict::New, account), QString());
        QCOMPARE(test::countsOf(account), u"read %1, inserted %1"_s.arg(count));
        QCOMPARE(dump(shape), before);
    };
    std::vector<std::pair<FileFormat, bool>> ways = {
        {FileFormat::Csv, false}, {FileFormat::Csv, true},   {FileFormat::Tsv, false},
        {FileFormat::Tsv, true},  {FileFormat::Json, false}, {FileFormat::JsonLines, false},
        {FileFormat::Xlsx, true}};
    if (forLines)
        ways.emplace_back(FileFormat::Lines, false);
    for (const auto &[format, safe] : ways) {
        // The header of a workbook is typed by hand, so that blanks around a name do not count.
        if (format == FileFormat::Xlsx && shape.columns.contains(u" edge"_s))
            continue;
        roundTrip(format, safe);
        if (QTest::currentTestFailed()) {
            QFile file(folder.filePath(u"tags."_s + fileFormatName(format)));
            const bool isText = format != FileFormat::Xlsx && file.open(QIODevice::ReadOnly);
            qWarning("as %s, %s; %s", qPrintable(fileFormatName(format)),
                     safe ? "with marks" : "without marks",
                     isText ? file.readAll().left(3000).constData() : "a workbook");
            return;
        }
    }
}

void TestExportImport::marksAndTheirAbsence_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("marked") << u"'tag_id\n'=1\n''=1\n'a\n=2\n"_s
                            << QStringList{u"'=1"_s, u"'a"_s, u"=1"_s, u"=2"_s};
    QTest::newRow("not marked") << u"tag_id\n'=1\n''=1\n'a\n=2\n"_s
                                << QStringList{u"''=1"_s, u"'=1"_s, u"'a"_s, u"=2"_s};
}

// As a column of names alone, which could be plain lines as well.
void TestExportImport::marksAndTheirAbsence()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, tags);
    test::createTags(database(), test::bytewise());
    ImportRequest request;
    request.source.data = file.toUtf8();
    test::import(database(), request);
    QCOMPARE(database().tags(), tags);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestExportImport)
#include "TestExportImport.moc"
