# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Django project that consists of taggit and a catalogue, on a new database."""

import os
import sys

import django
from django.conf import settings
from django.core.management import call_command


def database():
    name = os.environ["TAGSMITH_DATABASE"]
    if os.environ["TAGSMITH_ENGINE"] == "sqlite":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name}
    return {
        "ENGINE": "django.db.backends.mysql",
        "NAME": name,
        "USER": "root",
        "OPTIONS": {"unix_socket": os.environ["TAGSMITH_SOCKET"], "charset": "utf8mb4"},
    }


def set_up():
    """Makes the tables as Django and taggit make them."""
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    settings.configure(
        DATABASES={"default": database()},
        INSTALLED_APPS=["django.contrib.contenttypes", "taggit", "catalogue"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", verbosity=0)
    # The catalogue has no migrations; its tables refer to those that are there now.
    call_command("migrate", run_syncdb=True, verbosity=0)
