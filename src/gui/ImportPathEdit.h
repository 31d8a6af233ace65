// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>
#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;
class QTimer;

namespace tagsmith
{

/**
 * What an import reads: the path of a file that can be typed, several files, which can be left out
 * one by one, or text from the clipboard.
 */
class ImportPathEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPathEdit(QWidget *parent = nullptr);

    /** None while there is text, or nothing. */
    QStringList paths() const;
    void setPaths(const QStringList &paths);
    const std::optional<QByteArray> &text() const { return m_text; }
    void setText(const QByteArray &text);

    /** The last one in the order of the tab key. */
    QWidget *lastWidget() const;

signals:
    /** The user types a path; it is not ready yet. */
    void edited();
    /** The user has named other files. */
    void chosen();

private:
    QString placeText() const;
    void showPaths();
    void fillMenu();
    void leaveOut(const QString &path);

    QLineEdit *m_line;
    QPushButton *m_button; ///< only where there are several files
    QTimer *m_typing;      ///< a path is read once the user pauses
    QStringList m_paths;   ///< where there are several
    std::optional<QByteArray> m_text;
};

} // namespace tagsmith
