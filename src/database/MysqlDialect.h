// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Dialect.h"

namespace tagsmith
{

/** The SQL of MariaDB 10.6 and MySQL 8.0, and newer ones. */
class MysqlDialect final : public Dialect
{
public:
    QString upsert(const QString &table, const QStringList &columns, const QString &keyColumn,
                   const QStringList &updated, int rows) const override;
    QString nameList(const Column &column, const QString &alias) const override;
    QString collated(const QString &expression, const Column &column) const override;
    QString notStorable(const Column &column, const QString &alias) const override;
    QString selected(const Column &column, const QString &alias = {}) const override;
    int maxParameters() const override { return 65'535; } // a 16-bit count in the protocol

protected:
    QString jsonMember(const QString &expression, const QString &key) const override;
    QChar identifierQuote() const override { return u'`'; }
};

} // namespace tagsmith
