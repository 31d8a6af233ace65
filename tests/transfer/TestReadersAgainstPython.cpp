// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "PythonReader.h"
#include "RandomCsv.h"
#include "RandomJson.h"

#include "core/Error.h"
#include "transfer/DelimitedWriter.h"
#include "transfer/JsonWriter.h"
#include "transfer/RecordReader.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/**
 * Files by chance, read by us and by Python's csv and json modules. TAGSMITH_SEED=n generates other
 * ones; a failure names the seed.
 */
class TestReadersAgainstPython : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void delimitedFiles();
    void jsonDocuments();
    void jsonLines();
    void whatIsWrittenDelimited();
    void whatIsWrittenAsJson();

private:
    QString where(qsizetype file, const QByteArray &bytes) const
    {
        return u"TAGSMITH_SEED=%1, file %2: %3"_s.arg(
            QString::number(m_seed), QString::number(file), QString::fromUtf8(bytes));
    }

    quint32 m_seed = 20261123;
};

namespace
{

constexpr int files = 250;

struct Sample
{
    QByteArray bytes; ///< in UTF-8
    ImportSource source;
    std::vector<RandomCsv::Record> records; ///< with the header; of delimited ones
};

/** What our reader found in @p source, in blocks of any size. */
struct Found
{
    QStringList columns;
    std::vector<Record> records;
    QString error;
};

Found readOurs(const ImportSource &source, qsizetype blockSize)
{
    Found found;
    try {
        const auto reader = openRecordReader(source, blockSize);
        found.columns = reader->columns();
        Record record;
        while (reader->next(record))
            found.records.push_back(record);
    } catch (const DatabaseError &failure) {
        found.error = failure.error().message;
    }
    return found;
}

QStringList textsOf(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts << value.toString();
    return texts;
}

/** NULL and the empty text look the same to a CSV reader that knows no NULL. */
QStringList textsOf(const Row &row)
{
    QStringList texts;
    for (const Cell &cell : row)
        texts << cell.value_or(QString());
    return texts;
}

/** A member of an object as Python reads it, at its place in read_with_python.py's answer. */
struct Member
{
    explicit Member(const QJsonValue &value)
        : key(value[0].toString()), type(value[1].toString()), text(value[2].toString())
    {
    }
    QString key;
    QString type;
    QString text;
};

/** Whether our reader has to reject what Python takes: doubled keys, nested values and the like. */
bool isToBeRejected(const QJsonObject &record)
{
    QStringList keys;
    const QJsonArray values = record[u"values"_s].toArray();
    for (const QJsonValue &value : values) {
        const Member member(value);
        const bool isText = member.type == "s"_L1;
        if (keys.contains(member.key) || member.key.isEmpty() || member.type == "o"_L1 ||
            member.type == "h"_L1 || member.text.contains(QChar::Null) ||
            member.key.contains(QChar::Null) ||
            (!isText && record[u"kind"_s].toString() == "value"_L1))
            return true;
        keys << member.key;
    }
    return false;
}

/** The cells that our reader should have for a record of Python's; of a rejected one none. */
QStringList expectedCells(const QJsonObject &record, const QStringList &columns)
{
    QStringList cells(columns.size());
    const QJsonArray values = record[u"values"_s].toArray();
    for (const QJsonValue &value : values) {
        const Member member(value);
        const qsizetype at = columns.indexOf(member.key);
        if (at < 0)
            return {u"no column for "_s + member.key};
        cells[at] = member.type == "z"_L1 ? QString() : u'"' + member.text;
    }
    return cells;
}

QStringList foundCells(const Record &record)
{
    QStringList cells;
    for (const Cell &cell : record.fields)
        cells << (cell ? u'"' + *cell : QString());
    return cells;
}

/** What differs between a record of JSON and Python's; empty where nothing does. */
QString difference(const Record &ours, const QJsonObject &python, const QStringList &columns)
{
    if (python.contains(u"error"_s)) {
        return ours.problem.startsWith("not valid JSON: "_L1)
                   ? QString()
                   : u"Python refuses it (%1), we do not."_s.arg(python[u"error"_s].toString());
    }
    if (ours.problem.isEmpty() == isToBeRejected(python))
        return u"the problem is “%1”"_s.arg(ours.problem);
    if (!ours.problem.isEmpty())
        return ours.problem.startsWith("not valid JSON"_L1) ? ours.problem : QString();
    const QStringList expected = expectedCells(python, columns);
    return foundCells(ours) == expected
               ? QString()
               : u"%1 instead of %2"_s.arg(foundCells(ours).join(u'|'), expected.join(u'|'));
}

std::vector<Column> someColumns(RandomText &random)
{
    static constexpr std::array types{ColumnType::Text, ColumnType::Integer, ColumnType::Real};
    std::vector<Column> columns(2 + static_cast<size_t>(random.below(3)));
    for (size_t i = 0; i < columns.size(); ++i) {
        columns[i].name = u"c%1 "_s.arg(i) + random.text(3, true);
        columns[i].type = random.pick(types);
    }
    return columns;
}

Row someRow(RandomText &random, const std::vector<Column> &columns)
{
    Row row;
    for (const Column &column : columns) {
        if (random.oneIn(6))
            row.emplace_back();
        else if (column.type == ColumnType::Text || random.oneIn(10))
            row.emplace_back(random.text(6, true));
        else
            row.emplace_back(QString::number(random.below(2000) - 1000));
    }
    return row;
}

QStringList namesOf(const std::vector<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names << column.name;
    return names;
}

/** A cell as a spreadsheet gets it: nothing that it would run. */
QString safeCell(const QString &text, const Column &column)
{
    static const QRegularExpression formula(u"^[' ]*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]"_s);
    bool isNumber = false;
    text.toDouble(&isNumber);
    const bool isHarmless = isNumber && column.type != ColumnType::Text;
    return !isHarmless && formula.match(text).hasMatch() ? u'\'' + text : text;
}

} // namespace

void TestReadersAgainstPython::initTestCase()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("TAGSMITH_SEED").toUInt(&isGiven);
    if (isGiven)
        m_seed = given;
}

void TestReadersAgainstPython::delimitedFiles()
{
    RandomText random(m_seed);
    PythonReader python;
    std::vector<Sample> samples;
    for (int i = 0; i < files; ++i) {
        const RandomCsv csv = RandomCsvMaker(random).make();
        Sample sample{csv.text.toUtf8(), {}, csv.records};
        sample.source.format = FileFormat::Csv;
        sample.source.delimiter = QChar(csv.delimiter);
        const bool isMarked = random.oneIn(4);
        sample.source.data = isMarked ? "\xEF\xBB\xBF" + sample.bytes : sample.bytes;
        python.add(*sample.source.data, PythonReader::Kind::Csv, u"utf-8-sig"_s,
                   sample.source.delimiter);
        samples.push_back(sample);
    }
    const QJsonArray answers = python.read();
    QCOMPARE(answers.size(), files);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Sample &sample = samples[static_cast<size_t>(i)];
        const QString place = where(i, sample.bytes);
        const Found found = readOurs(sample.source, 1 + random.below(200));
        QVERIFY2(found.error.isEmpty(), qPrintable(found.error + u' ' + place));
        const QJsonArray expected = answers[i].toArray();
        QVERIFY2(expected.size() == static_cast<qsizetype>(found.records.size()) + 1,
                 qPrintable(place));
        QVERIFY2(textsOf(expected[0][u"values"_s].toArray()) == found.columns, qPrintable(place));
        for (size_t j = 0; j < found.records.size(); ++j) {
            const Record &record = found.records[j];
            const QJsonValue read = expected[static_cast<qsizetype>(j) + 1];
            const RandomCsv::Record &meant = sample.records[j + 1];
            QVERIFY2(record.line == read[u"line"_s].toInteger(), qPrintable(place));
            // Python joins what stands behind a quote to the field; we reject the record.
            const bool isRagged = record.fields.size() != static_cast<size_t>(found.columns.size());
            QVERIFY2(record.problem.isEmpty() == !(meant.hasTextBehindQuote || isRagged),
                     qPrintable(record.problem + u' ' + place));
            QVERIFY2(textsOf(meant.fields) == textsOf(read[u"values"_s].toArray()),
                     qPrintable(place));
            // Python knows no NULL; what was meant tells it from the empty text.
            if (!meant.hasTextBehindQuote)
                QVERIFY2(record.fields == meant.fields, qPrintable(place));
        }
    }
}

void TestReadersAgainstPython::jsonDocuments()
{
    RandomText random(m_seed + 1);
    PythonReader python;
    std::vector<Sample> samples;
    for (int i = 0; i < files; ++i) {
        RandomJsonMaker maker(random);
        const QString text = maker.document();
        Sample sample{(random.oneIn(3) ? maker.damaged(text) : text).toUtf8(), {}, {}};
        sample.source.format = FileFormat::Json;
        sample.source.encoding = u"UTF-8"_s;
        sample.source.data = sample.bytes;
        python.add(sample.bytes, PythonReader::Kind::Json, u"utf-8"_s);
        samples.push_back(sample);
    }
    const QJsonArray answers = python.read();
    QCOMPARE(answers.size(), files);
    int broken = 0;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Sample &sample = samples[static_cast<size_t>(i)];
        const QString place = where(i, sample.bytes);
        const Found found = readOurs(sample.source, 1 + random.below(200));
        const QString refusal = answers[i][u"error"_s].toString();
        QVERIFY2(found.error.isEmpty() == refusal.isEmpty(),
                 qPrintable(u"we: %1 Python: %2 "_s.arg(found.error, refusal) + place));
        if (!refusal.isEmpty()) {
            ++broken;
            continue;
        }
        const QJsonArray expected = answers[i].toArray();
        QVERIFY2(expected.size() == static_cast<qsizetype>(found.records.size()),
                 qPrintable(place));
        for (size_t j = 0; j < found.records.size(); ++j) {
            const QString wrong = difference(
                found.records[j], expected[static_cast<qsizetype>(j)].toObject(), found.columns);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u' ' + place));
        }
    }
    QVERIFY(broken > files / 10 && broken < files / 2);
}

void TestReadersAgainstPython::jsonLines()
{
    RandomText random(m_seed + 2);
    PythonReader python;
    std::vector<Sample> samples;
    for (int i = 0; i < files; ++i) {
        Sample sample{RandomJsonMaker(random).lines().toUtf8(), {}, {}};
        sample.source.format = FileFormat::JsonLines;
        sample.source.encoding = u"UTF-8"_s;
        sample.source.data = sample.bytes;
        python.add(sample.bytes, PythonReader::Kind::JsonLines, u"utf-8"_s);
        samples.push_back(sample);
    }
    const QJsonArray answers = python.read();
    QCOMPARE(answers.size(), files);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Sample &sample = samples[static_cast<size_t>(i)];
        const QString place = where(i, sample.bytes);
        const Found found = readOurs(sample.source, 1 + random.below(200));
        QVERIFY2(found.error.isEmpty(), qPrintable(found.error + u' ' + place));
        const QJsonArray expected = answers[i].toArray();
        QVERIFY2(expected.size() == static_cast<qsizetype>(found.records.size()),
                 qPrintable(place));
        for (size_t j = 0; j < found.records.size(); ++j) {
            const QJsonObject read = expected[static_cast<qsizetype>(j)].toObject();
            const QString line = u"line %1: "_s.arg(read[u"line"_s].toInteger());
            QVERIFY2(found.records[j].line == read[u"line"_s].toInteger(),
                     qPrintable(line + place));
            const QString wrong = difference(found.records[j], read, found.columns);
            QVERIFY2(wrong.isEmpty(), qPrintable(line + wrong + u' ' + place));
        }
    }
}

void TestReadersAgainstPython::whatIsWrittenDelimited()
{
    RandomText random(m_seed + 3);
    PythonReader python;
    QList<QByteArray> written;
    QList<QList<QStringList>> expected;
    for (int i = 0; i < files; ++i) {
        const char separator = random.pick(",;\t|:~"_ba);
        const bool isSafe = random.oneIn(2);
        const auto columns = someColumns(random);
        QList<QStringList> records;
        if (separator == ':' || separator == '~') // a first line tells of it
            records << QStringList{u"sep="_s, QString()};
        QStringList header = namesOf(columns);
        if (isSafe) // the mark by which such a file is known
            header[0].prepend(u'\'');
        records << header;
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        DelimitedWriter writer(buffer, separator, columns, {isSafe});
        for (int j = random.below(20); j > 0; --j) {
            const Row row = someRow(random, columns);
            writer.write(row);
            records << textsOf(row);
            for (qsizetype k = 0; isSafe && k < records.back().size(); ++k)
                records.back()[k] = safeCell(records.back()[k], columns[static_cast<size_t>(k)]);
        }
        writer.finish();
        written << buffer.data();
        expected << records;
        python.add(buffer.data(), PythonReader::Kind::Csv, u"utf-8"_s, QLatin1Char(separator));
    }
    const QJsonArray answers = python.read();
    QCOMPARE(answers.size(), files);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QList<QStringList> found;
        const QJsonArray records = answers[i].toArray();
        for (const QJsonValue &record : records)
            found << textsOf(record[u"values"_s].toArray());
        for (qsizetype j = 0; j < qMax(found.size(), expected[i].size()); ++j) {
            QVERIFY2(found.value(j) == expected[i].value(j),
                     qPrintable(u"%1 instead of %2 "_s.arg(found.value(j).join(u'|'),
                                                           expected[i].value(j).join(u'|')) +
                                where(i, written[i])));
        }
    }
}

void TestReadersAgainstPython::whatIsWrittenAsJson()
{
    RandomText random(m_seed + 4);
    PythonReader python;
    QList<QByteArray> written;
    QList<QStringList> expected;
    for (int i = 0; i < files; ++i) {
        const bool isDocument = i % 2 == 0;
        const auto columns = someColumns(random);
        QStringList members;
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        JsonWriter writer(
            buffer, isDocument ? JsonWriter::Shape::Document : JsonWriter::Shape::Lines, columns);
        for (int j = random.below(20); j > 0; --j) {
            const Row row = someRow(random, columns);
            writer.write(row);
            for (size_t k = 0; k < columns.size(); ++k)
                members << columns[k].name + u"=\""_s + row[k].value_or(u"null"_s);
        }
        writer.finish();
        written << buffer.data();
        expected << members;
        python.add(buffer.data(),
                   isDocument ? PythonReader::Kind::Json : PythonReader::Kind::JsonLines,
                   u"utf-8"_s);
    }
    const QJsonArray answers = python.read();
    QCOMPARE(answers.size(), files);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QStringList found;
        const QJsonArray records = answers[i].toArray();
        for (const QJsonValue &record : records) {
            const QJsonArray values = record[u"values"_s].toArray();
            for (const QJsonValue &value : values) {
                const Member member(value);
                const bool isNull = member.type == "z"_L1;
                found << member.key + u"=\""_s + (isNull ? u"null"_s : member.text);
            }
        }
        QVERIFY2(found == expected[i], qPrintable(where(i, written[i])));
    }
}

QTEST_GUILESS_MAIN(TestReadersAgainstPython)
#include "TestReadersAgainstPython.moc"
