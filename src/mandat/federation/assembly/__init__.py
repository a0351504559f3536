"""How a body meets and decides: convening, meetings, motions, proxies, instructions, caucuses."""
