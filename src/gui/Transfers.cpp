// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/Transfers.h"

#include "core/ImportAccount.h"
#include "gui/ChangeSummary.h"
#include "gui/ExportDialog.h"
#include "gui/ImportDialog.h"
#include "gui/ImportSourceFromMime.h"
#include "gui/Prompts.h"
#include "models/TagList.h"
#include "repository/TagRepository.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QWidget>

#include <memory>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

Transfers::Transfers(TagRepository &repository, TagList &list, Prompts &prompts, QWidget *window)
    : QObject(window), m_repository(repository), m_list(list), m_prompts(prompts), m_window(window)
{
}

void Transfers::importTags()
{
    openImport(nullptr);
}

void Transfers::importSample(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    ImportSource source;
    source.data = file.readAll();
    source.format = FileFormat::Csv;
    source.encoding = u"UTF-8"_s;
    openImport(&source);
}

void Transfers::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const auto source = data ? importSourceFromMime(*data) : std::nullopt;
    if (source)
        openImport(&*source);
    else
        m_prompts.showError(m_window, tr("Nothing to import"),
                            tr("The clipboard holds neither text nor files of this computer; copy "
                               "some lines or cells first."));
}

bool Transfers::canImport(const QMimeData &data)
{
    return data.hasUrls() || data.hasText();
}

void Transfers::importDropped(const QMimeData &data)
{
    const auto source = importSourceFromMime(data);
    if (source)
        openImport(&*source);
    else
        m_prompts.showError(m_window, tr("Nothing was imported"),
                            tr("Drop some text, or files of this computer."));
}

void Transfers::exportTags(const std::vector<int> &rows)
{
    if (!m_list.source())
        return;
    Arrangement shown = m_list.model().arrangement();
    shown.snapshot = shown.snapshot->withComputed({}); // a file gets the table's own columns
    std::vector<std::uint32_t> selected;
    selected.reserve(rows.size());
    for (const int row : rows)
        selected.push_back(shown.order[static_cast<size_t>(row)]);
    auto *dialog = new ExportDialog(m_repository, shown, selected, m_prompts, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Transfers::openImport(const ImportSource *source)
{
    if (!m_list.source())
        return;
    auto *dialog = new ImportDialog(m_repository, *m_list.source(), m_prompts, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (source)
        dialog->setSource(*source);
    const auto left = std::make_shared<std::optional<Receipt>>();
    connect(dialog, &ImportDialog::imported, this, [this, left](const ImportAccount &account) {
        emit done(tr("Imported: %L1 new, %L2 updated.").arg(account.inserted).arg(account.updated));
        m_list.reload();
        if (mayLeaveWork(account.actions))
            *left = account.actions;
    });
    connect(dialog, &QDialog::finished, this, [this, left] {
        if (*left) // only now, since the dialog would hide what is told of it
            emit leftWork(**left);
    });
    dialog->open();
}

} // namespace tagsmith
