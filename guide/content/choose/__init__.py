"""What of the guide is printed: what may be (`printable`), of that what an edition chooses (`choice`), in its languages (`languages`)."""
