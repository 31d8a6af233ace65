// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLineNumbers.h"

#include <QElapsedTimer>

#include <utility>

namespace tagsmith
{

namespace
{

constexpr int sliceMilliseconds = 6;
constexpr size_t linesPerLook = 64; ///< between two looks at the clock

} // namespace

ImportLineNumbers::ImportLineNumbers(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ImportLineNumbers::goOn);
}

void ImportLineNumbers::find(std::shared_ptr<const ImportLineStore> store,
                             std::vector<quint32> places, Answer answer)
{
    m_store = std::move(store);
    m_places = std::move(places);
    m_lines.clear();
    m_lines.reserve(m_places.size());
    m_answer = std::move(answer);
    m_timer.start();
    goOn();
}

void ImportLineNumbers::stop()
{
    m_timer.stop();
    m_store.reset();
    m_places = {};
    m_lines = {};
}

void ImportLineNumbers::goOn()
{
    QElapsedTimer clock;
    clock.start();
    while (m_lines.size() < m_places.size()) {
        if (m_lines.size() % linesPerLook == 0 && clock.hasExpired(sliceMilliseconds))
            return;
        m_lines.push_back(m_store->at(m_places[m_lines.size()]).line);
    }
    const std::vector<qint64> lines = std::exchange(m_lines, {});
    const Answer answer = std::exchange(m_answer, {});
    stop();
    answer(lines);
}

} // namespace tagsmith
