"""The pages about these articles are in words."""

from fixtures.built_dataset import Dataset
from fixtures.page_faults import find_faults
from fixtures.site_client import make_client
from generated_docs.page_samples import sample_addresses

VERBATIM = ("about-", "read-")
"""How the names of pages begin that show a document about notation, or an article character for character."""


def test_every_kind_of_page_is_in_words(dataset: Dataset) -> None:
    get_page, faults = make_client(dataset.database), []
    for name, path in sample_addresses(dataset.database).items():
        found = [] if name.startswith(VERBATIM) else find_faults(get_page(path).text)
        faults += [(path, *one) for one in found]
    assert faults == []
