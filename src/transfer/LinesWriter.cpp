// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/LinesWriter.h"

#include "core/Error.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

LinesWriter::LinesWriter(QIODevice &device, int nameColumn)
    : m_output(device), m_nameColumn(static_cast<size_t>(nameColumn))
{
}

void LinesWriter::write(const Row &row)
{
    const Cell &name = row.at(m_nameColumn);
    if (!name || name->trimmed().isEmpty()) {
        throw DatabaseError(ErrorKind::File,
                            u"A tag without a name cannot be written as a plain line; "
                            "choose CSV or JSON."_s);
    }
    if (name->contains(u'\n') || name->contains(u'\r')) {
        throw DatabaseError(ErrorKind::File,
                            u"The tag “%1” has a line end in its name and cannot be written as a "
                            "plain line; choose CSV or JSON."_s.arg(name->simplified()));
    }
    // A reader would take this one for the file's byte order mark.
    if (std::exchange(m_isFirst, false) && name->startsWith(QChar::ByteOrderMark))
        m_output.append("\xEF\xBB\xBF");
    m_output.append(name->toUtf8());
    m_output.append('\n');
    m_output.endRecord();
}

} // namespace tagsmith
