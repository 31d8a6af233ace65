# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is tagged: two models that share taggit's own table, and two with tables of their own."""

import uuid

from django.db import models
from taggit.managers import TaggableManager
from taggit.models import GenericUUIDTaggedItemBase, TaggedItemBase


class Package(models.Model):
    name = models.CharField(max_length=100)
    tags = TaggableManager()


class Manual(models.Model):
    """Its ids are those of packages as well: only the content type tells their taggings apart."""

    name = models.CharField(max_length=100)
    tags = TaggableManager()


class TaggedBook(TaggedItemBase):
    """As taggit's documentation shows it: a foreign key, and no unique key."""

    content_object = models.ForeignKey("Book", on_delete=models.CASCADE)


class Book(models.Model):
    name = models.CharField(max_length=100)
    tags = TaggableManager(through=TaggedBook)


class TaggedPicture(GenericUUIDTaggedItemBase, TaggedItemBase):
    class Meta:
        unique_together = [["content_type", "object_id", "tag"]]


class Picture(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=100)
    tags = TaggableManager(through=TaggedPicture)
