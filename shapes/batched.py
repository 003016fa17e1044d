"""The shapes in the form in which pySHACL checks them fastest; what they mean stays the same."""

from __future__ import annotations

import rdflib
from rdflib import RDF, SH, URIRef

TARGETS = (SH.targetClass, SH.targetSubjectsOf)


def batched(shapes: rdflib.Graph) -> rdflib.Graph:
    """Hand the targets of each node shape on to its property shapes, and take the property shapes out of it.

    pySHACL checks a property shape inside a node shape once a focus node, and one with a target once for all of them.
    A closed node shape keeps the paths as its ignored properties. Node shapes without a target stay as they are.
    """
    result = rdflib.Graph(bind_namespaces="none")
    for triple in shapes:
        result.add(triple)
    for node in set(shapes.subjects(RDF.type, SH.NodeShape)):
        targets = [(kind, target) for kind in TARGETS for target in shapes.objects(node, kind)]
        members = list(shapes.objects(node, SH.property))
        if not targets or not members:
            continue
        result.remove((node, SH.property, None))
        for member in members:
            for kind, target in targets:
                result.add((member, kind, target))
        if (node, SH.closed, None) in shapes:
            paths = [path for member in members for path in shapes.objects(member, SH.path)]
            first = URIRef(f"{node}-paths")
            result.add((node, SH.ignoredProperties, first))
            rdflib.collection.Collection(result, first, paths)
    return result
