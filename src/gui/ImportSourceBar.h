// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace tagsmith
{

/** Where an import reads from: a file or pasted text, its format and its encoding. */
class ImportSourceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSourceBar(QWidget *parent = nullptr);

    ImportSource source() const;
    /** Whether a file is named or text was pasted. */
    bool hasSource() const;
    void setSource(const ImportSource &source);
    /** Takes another file and leaves format and encoding to be recognised. */
    void setPath(const QString &path);
    /** Says what was recognised where the user left it open. */
    void showRecognised(FileFormat format, const QString &encoding);

signals:
    /** source() is another one. */
    void sourceChanged();
    void chooseRequested();
    /** What the user tried cannot be done, one sentence. */
    void refused(const QString &sentence);

private:
    void buildLayout();
    void fillChoices();
    void paste();
    void onPathEdited();
    void onEncodingEdited();
    void setData(const QByteArray &text);
    QString encoding() const;
    void announce();
    void resetRecognised();

    QLineEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QComboBox *m_format;
    QComboBox *m_encoding;
    QTimer *m_typing; ///< a path is read once the user pauses
    std::optional<QByteArray> m_data;
    ImportSource m_announced;
};

} // namespace tagsmith
