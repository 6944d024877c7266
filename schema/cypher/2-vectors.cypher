// Schema 2: passages by meaning. Any model's vectors may be kept, so the number of dimensions is left open; the property
// `vectorModel` says which model made a vector.
CREATE VECTOR INDEX passage_vector IF NOT EXISTS FOR (n:Passage) ON (n.vector) OPTIONS { indexConfig: { `vector.similarity_function`: 'cosine' } };
CREATE INDEX passage_vector_model IF NOT EXISTS FOR (n:Passage) ON (n.vectorModel);
