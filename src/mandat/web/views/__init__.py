"""What pages and API show, as plain data from the state and the follower: ids, numbers and instants, no sentences."""
