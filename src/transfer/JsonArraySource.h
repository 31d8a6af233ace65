// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/JsonElementSource.h"
#include "transfer/TextWindow.h"

#include <QString>

#include <memory>

namespace tagsmith
{

/**
 * The elements of a JSON file: of the array itself, or of the array "tags" of an object, whose
 * other members are checked and skipped. Only one element is in memory at a time.
 */
class JsonArraySource final : public JsonElementSource
{
public:
    explicit JsonArraySource(std::unique_ptr<TextWindow> window);

    bool next() override;
    QByteArrayView text() const override { return m_window->view().first(m_length); }
    qint64 lineAt(qsizetype at) const override { return m_window->lineAt(at); }
    const ByteSource &source() const override { return m_window->source(); }

private:
    [[noreturn]] void throwSyntax(qsizetype at, const QString &fault) const;
    void findArray();
    void finishFile();
    QString readKey();
    void skipValue();
    char peek();
    bool take(char expected);
    void findValue();
    qsizetype endOfString(qsizetype at);
    qsizetype endOfBrackets();
    qsizetype endOfWord();

    std::unique_ptr<TextWindow> m_window;
    qsizetype m_length = 0;
    bool m_inObject = false;
    bool m_first = true;
    bool m_finished = false;
};

} // namespace tagsmith
