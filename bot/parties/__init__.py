"""The parties' bot, on aiogram: private chats with freelancers and clients."""
