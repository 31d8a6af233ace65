// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace tagsmith
{

class Activities;
class Prompts;
class TagList;
class TagRepository;

/** What the window needs in order to change tags. */
struct EditingContext
{
    TagRepository &repository;
    TagList &list;
    Prompts &prompts;
    Activities &activities;
    QWidget *window;
};

} // namespace tagsmith
