// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyle>
#include <QWidget>

class QLabel;

namespace tagsmith
{

/**
 * One sentence inside a dialog, with an icon that says of what kind it is. It keeps its place when
 * it is empty, so that the layout stays still.
 */
class DialogMessage : public QWidget
{
    Q_OBJECT

public:
    explicit DialogMessage(QWidget *parent = nullptr);

    void showError(const QString &sentence);
    void showWarning(const QString &sentence);
    void showInformation(const QString &sentence);
    void clear();

    QString text() const;
    bool isError() const { return m_isError; }

private:
    void show(const QString &sentence, QStyle::StandardPixmap icon);

    QLabel *m_icon;
    QLabel *m_text;
    bool m_isError = false;
};

} // namespace tagsmith
