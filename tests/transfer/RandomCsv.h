// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "RandomText.h"

#include "core/Cell.h"

#include <vector>

/** A file of delimited fields by chance, and what stands in it. */
struct RandomCsv
{
    struct Record
    {
        tagsmith::Row fields;
        bool hasTextBehindQuote = false;
    };

    char16_t delimiter = u',';
    QString text;
    std::vector<Record> records; ///< the header is the first one
};

/** Writes fields as any program might: quoted where it must be, and where it need not be. */
class RandomCsvMaker
{
public:
    explicit RandomCsvMaker(RandomText &random) : m_random(random) {}

    RandomCsv make()
    {
        static constexpr char16_t delimiters[] = u",;\t|:~^ /\x1F";
        m_csv = {};
        m_csv.delimiter = delimiters[m_random.below(10)];
        m_lineEnd = m_random.pick(QStringList{QStringLiteral("\n"), QStringLiteral("\r\n"),
                                              QStringLiteral("\r"), QString()});
        const int columns = 1 + m_random.below(5);
        addHeader(columns);
        const int rows = m_random.below(30);
        for (int i = 0; i < rows; ++i) {
            while (m_random.oneIn(8))
                endLine(); // a blank one
            addRecord(m_random.oneIn(10) ? 1 + m_random.below(7) : columns);
            if (i < rows - 1 || !m_random.oneIn(3))
                endLine();
        }
        return m_csv;
    }

private:
    void addHeader(int columns)
    {
        RandomCsv::Record header;
        for (int i = 0; i < columns; ++i) {
            if (i > 0)
                m_csv.text += m_csv.delimiter;
            // Blanks around a heading without quotes do not count, and no two may be the same.
            const QString name = QStringLiteral("c%1%2.").arg(i).arg(m_random.text(3, true));
            write(name, m_random.oneIn(2));
            header.fields.emplace_back(name);
        }
        m_csv.records.push_back(header);
        endLine();
    }

    void addRecord(int fields)
    {
        const QString before = m_csv.text;
        RandomCsv::Record record;
        for (int i = 0; i < fields; ++i) {
            if (i > 0)
                m_csv.text += m_csv.delimiter;
            if (m_random.oneIn(6)) {
                record.fields.emplace_back();
                continue;
            }
            const QString text = m_random.text(8, true);
            const bool isQuoted = write(text, text.isEmpty() || m_random.oneIn(3));
            record.fields.emplace_back(text);
            if (isQuoted && m_random.oneIn(60)) {
                m_csv.text += QStringLiteral("rest");
                *record.fields.back() += QStringLiteral("rest");
                record.hasTextBehindQuote = true;
            }
        }
        if (m_csv.text != before) // else it is a blank line
            m_csv.records.push_back(record);
    }

    /** Whether it is quoted, as @p isWished or because it must be. */
    bool write(QString text, bool isWished)
    {
        const bool isQuoted = isWished || text.startsWith(u'"') || text.contains(m_csv.delimiter) ||
                              text.contains(u'\n') || text.contains(u'\r');
        if (isQuoted)
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        m_csv.text += text;
        return isQuoted;
    }

    /** All in the same way, or each in another one. */
    void endLine()
    {
        static const QStringList ends{QStringLiteral("\n"), QStringLiteral("\r\n"),
                                      QStringLiteral("\r")};
        m_csv.text += m_lineEnd.isEmpty() ? m_random.pick(ends) : m_lineEnd;
    }

    RandomText &m_random;
    RandomCsv m_csv;
    QString m_lineEnd;
};
