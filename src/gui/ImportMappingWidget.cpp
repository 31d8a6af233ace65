// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportMappingWidget.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportMappingWidget::ImportMappingWidget(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // the group box around it has its own shade
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rebuild();
}

void ImportMappingWidget::setPreview(const ImportPreview &preview)
{
    if (!m_mapping.fileColumns().isEmpty() && m_mapping.fileColumns() == preview.columns)
        return;
    m_mapping = ImportMappingChoice(m_vocabulary, preview);
    rebuild();
}

void ImportMappingWidget::clear()
{
    m_mapping = {};
    rebuild();
}

void ImportMappingWidget::rebuild()
{
    auto *content = new QWidget;
    content->setObjectName(u"mappingContent"_s);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    std::vector<QWidget *> choices;
    const QStringList &columns = m_mapping.fileColumns();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        QComboBox *choice = makeChoice(i);
        auto *label = new QLabel(content);
        label->setObjectName(u"mappingLabel%1"_s.arg(i));
        label->setTextFormat(Qt::PlainText);
        const QString shown = label->fontMetrics().elidedText(
            columns[i], Qt::ElideRight, 20 * label->fontMetrics().averageCharWidth());
        label->setText(tr("%1 →").arg(shown));
        label->setToolTip(columns[i]);
        form->addRow(label, choice);
        choices.push_back(choice);
    }
    setWidget(content);
    content->setAutoFillBackground(false);
    // New widgets come last in the order of the tab key, but these belong where the area stands.
    QWidget *before = this;
    for (QWidget *choice : choices) {
        setTabOrder(before, choice);
        before = choice;
    }
}

QComboBox *ImportMappingWidget::makeChoice(int fileColumn)
{
    auto *choice = new QComboBox;
    choice->setObjectName(u"mappingChoice%1"_s.arg(fileColumn));
    choice->setAccessibleName(
        tr("Column of the table for “%1”").arg(m_mapping.fileColumns()[fileColumn]));
    choice->setMinimumContentsLength(10);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->addItem(tr("(leave out)"), ImportMappingChoice::leftOut);
    for (int i = 0; i < static_cast<int>(m_vocabulary.columns.size()); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(i)];
        if (!column.generated)
            choice->addItem(column.name, i);
    }
    choice->setCurrentIndex(qMax(0, choice->findData(m_mapping.target(fileColumn))));
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->installEventFilter(this);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, fileColumn] {
        m_mapping.setTarget(fileColumn, choice->currentData().toInt());
        emit changed();
    });
    return choice;
}

bool ImportMappingWidget::eventFilter(QObject *watched, QEvent *event)
{
    // Who scrolls through the list must not change what happens to lie below the pointer.
    const auto *choice = qobject_cast<QComboBox *>(watched);
    if (choice && event->type() == QEvent::Wheel && !choice->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tagsmith
