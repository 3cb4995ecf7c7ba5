"""Working: handing in, a change request point by point, and a part to release."""
