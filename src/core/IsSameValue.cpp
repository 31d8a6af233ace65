// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/IsSameValue.h"

namespace tagsmith
{

namespace
{

/** @p time without the zeros that a column with fractions of a second adds. */
QStringView withoutFractionZeros(QStringView time)
{
    if (!time.contains(u'.'))
        return time;
    while (time.endsWith(u'0'))
        time.chop(1);
    return time.endsWith(u'.') ? time.chopped(1) : time;
}

} // namespace

bool isSameValue(const Column &column, const Cell &left, const Cell &right)
{
    if (left == right || !left || !right)
        return left == right;
    if (column.type == ColumnType::DateTime)
        return withoutFractionZeros(*left) == withoutFractionZeros(*right);
    if (column.type != ColumnType::Integer && column.type != ColumnType::Real)
        return false;
    bool leftIsNumber = false;
    bool rightIsNumber = false;
    if (column.type == ColumnType::Integer) {
        const qint64 leftNumber = left->toLongLong(&leftIsNumber);
        const qint64 rightNumber = right->toLongLong(&rightIsNumber);
        return leftIsNumber && rightIsNumber && leftNumber == rightNumber;
    }
    const double leftNumber = left->toDouble(&leftIsNumber);
    const double rightNumber = right->toDouble(&rightIsNumber);
    return leftIsNumber && rightIsNumber && leftNumber == rightNumber;
}

} // namespace tagsmith
