// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RecordReader.h"
#include "transfer/TextWindow.h"

#include <array>
#include <vector>

namespace tagsmith
{

/**
 * Reads CSV, TSV and fields between any other delimiter: RFC 4180 quotes, records that end with
 * LF, CRLF or CR, a header, before it perhaps the line "sep=;" that names the delimiter. An empty
 * field is NULL, "" an empty text; blank lines count as nothing. The marks of a file that is safe
 * for spreadsheets are taken away, see transfer/FormulaMark.h.
 */
class DelimitedReader final : public RecordReader
{
public:
    /** @p delimiter null: the file's own line names it, or it is recognised (TSV: a tab). */
    DelimitedReader(std::unique_ptr<TextWindow> window, FileFormat format,
                    const EncodingFinding &encoding, QChar delimiter);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override { return m_window->source().bytesRead(); }
    qint64 totalBytes() const override { return m_window->source().totalBytes(); }

private:
    /** Where a field stands, from the position of the window. */
    struct Field
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool quoted = false;
        bool doubled = false; ///< has doubled quotes inside
    };

    char chooseSeparator(QChar delimiter);
    void readHeader();
    void takeMarks();
    void checkHeader(qint64 line) const;
    bool scanRecord();
    qsizetype scanField(qsizetype at);
    qsizetype scanQuoted(qsizetype at);
    qsizetype scanPlain(qsizetype at);
    QString text(const Field &field);
    QString problem() const;

    std::unique_ptr<TextWindow> m_window;
    std::array<bool, 256> m_stops{}; ///< what ends a field without quotes
    char m_separator = ',';
    QStringList m_columns;
    std::vector<Field> m_fields;
    qsizetype m_recordEnd = 0;  ///< without its line end
    qsizetype m_consumed = 0;   ///< with its line end
    size_t m_fieldWithRest = 0; ///< the field (from 1) with text behind its closing quote
    qint64 m_lineOfRest = 0;    ///< where the quote of that field opens
    QByteArray m_scratch;
};

} // namespace tagsmith
