// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Receipt.h"
#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** "1 tag", "9,437 tags". */
QString countOf(qint64 count, const QString &one, const QString &many);

QString toText(const std::vector<Vocabulary> &vocabularies);
/** @p names are those of the command line: a rename shows the old and the new one. */
QString toText(const Receipt &receipt, const QStringList &names);
/** The closing account, with the first rejections and equal pairs. */
QString toText(const ImportAccount &account);

/** @p text on one line: what would break it, or drive a terminal, is written as an escape. */
QString onOneLine(const QString &text);

} // namespace tagsmith
