// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SameKeys.h"

#include "database/RowImage.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

/** Goes through a list of rows, each a list of strings and nulls, without a copy of any. */
class RowReader
{
public:
    explicit RowReader(QStringView list) : m_text(list), m_at(1) {}

    /** To the first cell of the next row; false behind the last. */
    bool nextRow()
    {
        while (m_at < m_text.size() && m_text[m_at] != u'[')
            skip();
        ++m_at;
        m_cell = 0;
        return m_at < m_text.size();
    }

    /** The cell at the place @p index, not before one that was asked for. */
    QStringView cell(int index)
    {
        for (;;) {
            while (m_text[m_at] == u' ' || m_text[m_at] == u',')
                ++m_at;
            const qsizetype from = m_at;
            while (m_text[m_at] != u',' && m_text[m_at] != u']')
                skip();
            if (m_cell++ == index)
                return m_text.sliced(from, m_at - from);
        }
    }

private:
    /** Behind the character, or the string, at which it stands. */
    void skip()
    {
        if (m_text[m_at++] != u'"')
            return;
        while (m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        ++m_at;
    }

    QStringView m_text;
    qsizetype m_at;
    int m_cell = 0;
};

} // namespace

QList<int> keyPlaces(const RowImage &image)
{
    QList<int> places;
    for (const QString &name : image.key())
        places << static_cast<int>(image.columns().indexOf(name));
    std::sort(places.begin(), places.end());
    return places;
}

bool haveSameKeys(QStringView before, QStringView after, const QList<int> &key)
{
    RowReader left(before);
    RowReader right(after);
    while (left.nextRow() && right.nextRow()) {
        for (const int index : key) {
            if (left.cell(index) != right.cell(index))
                return false;
        }
    }
    return true;
}

} // namespace tagsmith
