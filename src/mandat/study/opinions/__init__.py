"""How members' opinions move: drift, imitation, bounded confidence. Each gives, per base assembly, who prefers what."""
