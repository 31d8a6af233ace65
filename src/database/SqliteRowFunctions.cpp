// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteRowFunctions.h"

#include "database/SqliteRowText.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagsmith
{

namespace
{

QByteArrayView textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, sqlite3_value_bytes(value)};
}

QByteArrayView blobOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return {bytes, sqlite3_value_bytes(value)};
}

void resultText(sqlite3_context *context, std::string_view text)
{
    sqlite3_result_text64(context, text.data(), static_cast<sqlite3_uint64>(text.size()),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
}

void appendValue(std::string &row, sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: appendInteger(row, sqlite3_value_int64(value)); break;
    case SQLITE_FLOAT: appendReal(row, sqlite3_value_double(value)); break;
    case SQLITE_TEXT: appendText(row, textOf(value)); break;
    case SQLITE_BLOB: appendBlob(row, blobOf(value)); break;
    default: row += "null"; break;
    }
}

/** The bytes of a row's text without escapes. */
size_t usualSize(int count, sqlite3_value **values)
{
    constexpr size_t beside = 32; // quotes, comma, storage class; or a number
    size_t size = 2;
    for (int i = 0; i < count; ++i) {
        // Of a number the question would make text.
        const bool isText = sqlite3_value_type(values[i]) == SQLITE_TEXT;
        size += beside + (isText ? static_cast<size_t>(sqlite3_value_bytes(values[i])) : 0);
    }
    return size;
}

void appendRow(std::string &text, int count, sqlite3_value **values)
{
    text += '[';
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ',';
        appendValue(text, values[i]);
    }
    text += ']';
}

void rowFunction(sqlite3_context *context, int count, sqlite3_value **values)
{
    std::string row;
    row.reserve(usualSize(count, values)); // a million rows of an import would grow step by step
    appendRow(row, count, values);
    resultText(context, row);
}

void valueFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto value = storedValue(textOf(values[0]), sqlite3_value_int(values[1]));
    if (!value) {
        sqlite3_result_error(context, "this is no row of the journal", -1);
        return;
    }
    const auto size = static_cast<sqlite3_uint64>(value->bytes.size());
    switch (value->storage) {
    case 'i': sqlite3_result_int64(context, value->bytes.toLongLong()); break;
    case 'r': sqlite3_result_double(context, realOf(value->bytes)); break;
    case 't': resultText(context, {value->bytes.constData(), static_cast<size_t>(size)}); break;
    case 'b':
        sqlite3_result_blob64(context, value->bytes.constData(), size, SQLITE_TRANSIENT);
        break;
    default: sqlite3_result_null(context); break;
    }
}

void foldFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    const QByteArrayView text = textOf(values[0]);
    resultText(context, QString::fromUtf8(text).toCaseFolded().toStdString());
}

/** What an aggregate gathers: SQLite gives zeroed memory, in which its address is kept. */
template <typename State>
State **stateOf(sqlite3_context *context, int bytes)
{
    return static_cast<State **>(sqlite3_aggregate_context(context, bytes));
}

template <typename State>
State *beginState(sqlite3_context *context)
{
    auto **state = stateOf<State>(context, sizeof(State *));
    if (!state) {
        sqlite3_result_error_nomem(context);
        return nullptr;
    }
    if (!*state)
        *state = new State;
    return *state;
}

/** Null where no row came. */
template <typename State>
std::unique_ptr<State> takeState(sqlite3_context *context)
{
    auto **state = stateOf<State>(context, 0);
    return std::unique_ptr<State>(state ? std::exchange(*state, nullptr) : nullptr);
}

/** The rows of one tagsmith_list(). */
struct List
{
    struct Item
    {
        qint64 order;
        std::string row;
    };
    std::vector<Item> items;
    size_t size = 0;
};

void listStep(sqlite3_context *context, int, sqlite3_value **values)
{
    auto *list = beginState<List>(context);
    if (!list)
        return;
    const QByteArrayView row = textOf(values[0]);
    list->items.push_back({sqlite3_value_int64(values[1]), std::string(row.begin(), row.end())});
    list->size += list->items.back().row.size() + 1;
}

void listFinal(sqlite3_context *context)
{
    const auto list = takeState<List>(context);
    if (!list) {
        sqlite3_result_text(context, "[]", -1, SQLITE_STATIC);
        return;
    }
    std::vector<List::Item> &items = list->items;
    const auto isBefore = [](const List::Item &a, const List::Item &b) {
        return a.order < b.order;
    };
    if (!std::is_sorted(items.begin(), items.end(), isBefore))
        std::stable_sort(items.begin(), items.end(), isBefore);
    std::string text;
    text.reserve(list->size + 1);
    for (const List::Item &item : items) {
        text += text.empty() ? '[' : ',';
        text += item.row;
    }
    text += ']';
    resultText(context, text);
}

void rowsStep(sqlite3_context *context, int count, sqlite3_value **values)
{
    auto *text = beginState<std::string>(context);
    if (!text)
        return;
    *text += text->empty() ? '[' : ',';
    appendRow(*text, count, values);
}

void rowsFinal(sqlite3_context *context)
{
    const auto text = takeState<std::string>(context);
    resultText(context, text ? *text + ']' : "[]");
}

} // namespace

void addRowFunctions(sqlite3 *handle)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function_v2(handle, "tagsmith_row", -1, flags, nullptr, rowFunction, nullptr,
                               nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tagsmith_value", 2, flags, nullptr, valueFunction, nullptr,
                               nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tagsmith_fold", 1, flags, nullptr, foldFunction, nullptr,
                               nullptr, nullptr);
    sqlite3_create_function_v2(handle, "tagsmith_list", 2, flags, nullptr, nullptr, listStep,
                               listFinal, nullptr);
    sqlite3_create_function_v2(handle, "tagsmith_rows", -1, flags, nullptr, nullptr, rowsStep,
                               rowsFinal, nullptr);
}

} // namespace tagsmith
