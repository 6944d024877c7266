// Claims whose verdict has changed: what was said when, with which knowledge
MATCH (assessment:Assessment)
WITH assessment.claimId AS claim, assessment ORDER BY assessment.assessedAt
WITH claim, collect(assessment) AS history
WHERE size(history) > 1 AND any(past IN history WHERE past.verdict <> history[0].verdict)
MATCH (document:Document {id: history[0].documentId})
RETURN document.name AS document, history[-1].quote AS quote, [past IN history | past.verdict] AS verdicts,
  [past IN history | past.assessedAt] AS times, [past IN history | left(past.knowledgeVersion, 8)] AS knowledge
ORDER BY document, quote
