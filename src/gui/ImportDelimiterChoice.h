// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace tagsmith
{

/** What separates the fields of a CSV file: recognised, from the list, or a typed character. */
class ImportDelimiterChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ImportDelimiterChoice(QWidget *parent = nullptr);

    /** Null where it is to be recognised. */
    QChar delimiter() const { return m_delimiter; }
    void setDelimiter(QChar delimiter);
    /** Says what was recognised where the user left it open. */
    void showRecognised(QChar delimiter);

signals:
    /** The user has chosen; delimiter() may be the same. */
    void chosen();
    /** What the user typed is no delimiter, one sentence. */
    void refused(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeItem(int index);
    void takeText();
    void showDelimiter();

    QChar m_delimiter;
};

} // namespace tagsmith
