// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/JsonElement.h"

#include <QByteArrayView>
#include <QString>

namespace tagsmith
{

/**
 * Parses one JSON value strictly (RFC 8259). Numbers keep their text, so that no digit of a long
 * one is lost; true and false are 1 and 0. What is valid JSON but no record is its problem.
 */
class JsonElementParser
{
public:
    explicit JsonElementParser(QByteArrayView text) : m_text(text) {}

    /** The text as an element; false if it is not JSON, see fault(). */
    bool parseElement(JsonElement &element);
    /** The text as a string, such as a key; false if it is not one. */
    bool parseString(QString &string);
    /** Whether the text is one JSON value. */
    bool parseAny();

    /** What is wrong, for the user, and where. */
    const QString &fault() const { return m_fault; }
    qsizetype faultAt() const { return m_faultAt; }

private:
    bool fail(const QString &fault);
    void note(const QString &problem);
    void skipSpace();
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char expected);
    bool atEnd();
    bool object(JsonElement &element);
    bool member(JsonElement &element);
    bool value(Cell &cell, const QString &key);
    bool literal(Cell &cell);
    bool number(Cell &cell);
    bool string(QString &text);
    bool escape(QString &text);
    bool unicodeEscape(QString &text);
    bool skipValue(int depth);
    bool skipList(int depth, char close);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QString m_problem;
    QString m_fault;
    qsizetype m_faultAt = 0;
};

} // namespace tagsmith
